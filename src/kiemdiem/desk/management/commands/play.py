"""`kiemdiem play RULEBOOK --out DIR`: one whole season without a screen, with fictional people, in a scratch home."""

import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command

from kiemdiem.desk.play import leavings, printing, season
from kiemdiem.journal import console
from kiemdiem.journal import queries as journal
from kiemdiem.rulebooks import shelf

SCRATCH = "KIEMDIEM_SCRATCH"


class Command(console.Command):
    """Plays a season on the rulebook's real plan, only through the commands of the rooms, and writes what it leaves."""

    help = "Chạy trọn một đợt kiểm điểm trên kế hoạch thật với người hư cấu; ghi kết quả, giấy tờ, các lần bị từ chối."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declares the options."""
        parser.add_argument("rulebook", help="mã bộ quy định, xem: kiemdiem rulebook list")
        parser.add_argument("--out", type=Path, required=True, help="thư mục nhận kết quả; lập mới nếu chưa có")
        parser.add_argument("--seed", type=int, default=2017, help="số gieo; cùng số thì cùng kết quả")
        parser.add_argument("--sample", action="store_true", help="điền mọi phần còn để trống bằng số liệu minh họa")
        parser.add_argument("--no-papers", action="store_true", help="không in giấy tờ, chỉ ghi kết quả")

    def handle(self, *args: Any, **options: Any) -> None:
        """Plays in a scratch home, so that no real data is ever near."""
        played_by = shelf.planned_codes() if options["no_papers"] else shelf.season_codes()
        if options["rulebook"] not in played_by:
            codes = ", ".join(played_by)
            raise console.WrongUse(f"Không có bộ quy định “{options['rulebook']}”. Hiện có: {codes}.")
        out: Path = options["out"].resolve()
        out.mkdir(parents=True, exist_ok=True)
        if os.environ.get(SCRATCH) != "1":
            self._play_apart(options, out)
            return
        call_command("migrate", verbosity=0, interactive=False)
        with_papers = not options["no_papers"]
        played = season.play(
            options["rulebook"], seed=options["seed"], say=self._say, with_papers=with_papers, tried=True,
            sample=options["sample"],
        )  # fmt: skip
        silent = self._leave(played, out)
        if with_papers:
            self._leave_papers(played, out)
        if silent:
            raise console.Findings(f"Điều kiện của bộ quy định chưa lần nào từ chối hay nhắc ai: {', '.join(silent)}.")

    def _play_apart(self, options: dict[str, Any], out: Path) -> None:
        """The same command in a process of its own, whose home is thrown away."""
        with tempfile.TemporaryDirectory(prefix="kiemdiem-play-") as home:
            env = {**os.environ, SCRATCH: "1", "KIEMDIEM_HOME": home}
            env.pop("KIEMDIEM_DATABASE", None)
            argv = ["play", options["rulebook"], "--out", str(out), "--seed", str(options["seed"])]
            argv += [f"--{name.replace('_', '-')}" for name in ("no_papers", "sample") if options[name]]
            done = subprocess.run([sys.executable, "-m", "kiemdiem.config.cli", *argv], env=env, check=False)
        if done.returncode:
            raise console.Findings("Đợt chạy thử dừng giữa chừng; xem dòng báo ở trên.")

    def _leave(self, played: season.Played, out: Path) -> tuple[str, ...]:
        stage = played.stage
        verdicts = leavings.write_verdicts(stage.season, out / "verdicts.json")
        silent = leavings.write_refusals(stage, out / "refusals.csv")
        proof = journal.verify()
        if not proof.whole:
            raise console.Findings(f"Nhật ký không nguyên vẹn: {proof.faults[0].what}")
        self.stdout.write(f"{verdicts} kết quả, {len(stage.refusals)} lần bị từ chối hoặc nhắc, nhật ký khớp: {out}")
        return silent

    def _leave_papers(self, played: season.Played, out: Path) -> None:
        files = printing.copy_out(played.stage.season, out / "papers")
        missing = printing.write_counts(played.stage.season, out / "papers.csv")
        if missing:
            raise console.Findings(f"Chưa in được mẫu nào của: {', '.join(missing)}.")
        self.stdout.write(f"{files} tệp giấy tờ: {out / 'papers'}")

    def _say(self, line: str) -> None:
        self.stderr.write(f"· {line}")
