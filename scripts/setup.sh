# Sourced by ./run and ./test: makes the private environment in .venv from the hashed lock. $1 = core | dev.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '%s\n' "$*" >&2; }
die() { say "$1"; exit "${2:-1}"; }

# need_apt package… : installs only what is missing; refuses clearly where it may not.
need_apt() {
  local missing=() package sudo=
  for package in "$@"; do dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package"); done
  [ ${#missing[@]} -eq 0 ] && return 0
  command -v apt-get >/dev/null || return 1
  [ "$(id -u)" = 0 ] || sudo="sudo -n"
  $sudo apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null 2>&1
}

find_python() {
  local candidate
  for candidate in python3.13 python3.12 python3.11 python3; do
    if command -v "$candidate" >/dev/null && "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; then
      command -v "$candidate"
      return
    fi
  done
}

PYTHON=$(find_python)
if [ -z "$PYTHON" ]; then
  command -v python3 >/dev/null || need_apt python3 python3-venv || true
  PYTHON=$(find_python)
fi
[ -n "$PYTHON" ] || die "kiemdiem cần Python từ 3.11 đến 3.13; máy này có: $(python3 --version 2>&1 || echo 'không có Python'). Hãy cài python3.11 (Debian 12: apt install python3 python3-venv) rồi chạy lại."

free_kib=$(df -Pk . | awk 'NR==2 {print $4}')
[ "$free_kib" -ge 1500000 ] || [ -x .venv/bin/python ] || die "Ổ đĩa còn dưới 1,5 GB trống: chưa đủ để cài đặt. Hãy giải phóng dung lượng rồi chạy lại."

lock=requirements/$1.txt
mark=.venv/.installed-$1
if [ ! -e "$mark" ] || ! cmp -s "$lock" "$mark"; then
  export UV_PYTHON_DOWNLOADS=never UV_NO_PROGRESS=1
  "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null || need_apt python3-venv || die "Thiếu gói python3-venv. Hãy cài: apt install python3-venv"
  say "Đang chuẩn bị môi trường riêng trong .venv (lần đầu khoảng một phút) …"
  if [ ! -x .tools/bin/uv ]; then
    "$PYTHON" -m venv .tools && .tools/bin/pip install -q --disable-pip-version-check uv==0.13.8 \
      || die "Không tải được công cụ cài đặt: kho gói Python không truy cập được. Hãy kiểm tra mạng hoặc cấu hình pip rồi chạy lại."
  fi
  [ -x .venv/bin/python ] || .tools/bin/uv venv -q --python "$PYTHON" .venv
  .tools/bin/uv pip install -q --python .venv --require-hashes -r "$lock" \
    || die "Không cài được các thư viện trong $lock: kho gói không truy cập được hoặc ổ đĩa đầy. Không có gì bị hỏng; hãy chạy lại khi đã khắc phục."
  cp "$lock" "$mark"
fi
export PATH="$PWD/.venv/bin:$PATH" PYTHONPATH="$PWD/src"
