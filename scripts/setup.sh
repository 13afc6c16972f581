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
[ -n "$PYTHON" ] || die "kiemdiem cần Python từ 3.11 đến 3.13; máy này có: $(python3 --version 2>/dev/null || echo 'không có Python'). Hãy cài python3.11 (Debian 12: apt install python3 python3-venv) rồi chạy lại."

lock=requirements/$1.txt
mark=.venv/.installed-$1
half=.venv/.installing
is_ready() { [ ! -e "$half" ] && [ -x .venv/bin/python ] && cmp -s "$lock" "$mark"; }
free_kib() { df -Pk . | awk 'NR==2 {print $4}'; }

# The folder is prepared by one start at a time. The kernel lifts the lock with the last process of a killed one.
hold_folder() {
  { exec 9>.setup.lock; } 2>/dev/null || die "Không ghi được vào thư mục $PWD. Hãy chép kiemdiem tới một thư mục của Đồng chí, hoặc xin quyền ghi ở đây, rồi chạy lại."
  command -v flock >/dev/null || return 0
  flock -n 9 && return 0
  say "Một lần chạy khác đang cài đặt trong thư mục này; đang chờ …"
  flock -w "${KIEMDIEM_SETUP_WAIT:-900}" 9 || die "Lần chạy kia chưa cài đặt xong. Hãy chờ thêm rồi chạy lại."
}

failed() {
  if [ "$(free_kib)" -lt 100000 ]; then
    die "Ổ đĩa đầy nên chưa cài đặt xong. Không có gì bị hỏng; hãy giải phóng ít nhất 1,5 GB rồi chạy lại."
  fi
  die "$1 kho gói Python không truy cập được. Không có gì bị hỏng; hãy kiểm tra mạng hoặc cấu hình pip rồi chạy lại."
}

install() {
  local wanted=1500000
  [ -e .venv/.installed-core ] && wanted=500000
  [ "$(free_kib)" -ge "$wanted" ] || die "Ổ đĩa còn dưới $((wanted / 1000)) MB trống: chưa đủ để cài đặt. Hãy giải phóng dung lượng rồi chạy lại."
  export UV_PYTHON_DOWNLOADS=never UV_NO_PROGRESS=1
  "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null || need_apt python3-venv || die "Thiếu gói python3-venv và không tự cài được. Hãy cài: apt install python3-venv, rồi chạy lại."
  say "Đang chuẩn bị môi trường riêng trong .venv (lần đầu khoảng một phút) …"
  if ! .tools/bin/uv --version >/dev/null 2>&1; then
    rm -rf .tools
    { "$PYTHON" -m venv .tools && .tools/bin/pip install -q --disable-pip-version-check uv==0.13.8; } \
      || failed "Không tải được công cụ cài đặt:"
  fi
  # An installation that was cut off leaves packages that look whole and are not: begun again from nothing.
  [ ! -e "$half" ] || rm -rf .venv
  [ -x .venv/bin/python ] || .tools/bin/uv venv -q --clear --python "$PYTHON" .venv || failed "Không lập được .venv:"
  : >"$half"
  .tools/bin/uv pip install -q --python .venv --require-hashes -r "$lock" || failed "Không cài được các thư viện trong $lock:"
  cp "$lock" "$mark"
  rm -f "$half"
}

if ! is_ready; then
  hold_folder
  is_ready || install
  exec 9>&-
fi
# Some machines forbid Python its compiled files: every start would then compile two thousand modules once more.
unset PYTHONDONTWRITEBYTECODE
export PATH="$PWD/.venv/bin:$PATH" PYTHONPATH="$PWD/src"
