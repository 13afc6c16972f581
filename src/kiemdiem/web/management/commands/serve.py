"""`kiemdiem serve`: the site, on this computer or for the whole office."""

import ipaddress
import multiprocessing
import os
import socket
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, ClassVar

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor
from granian import Granian
from granian.constants import Interfaces

from kiemdiem.web import certificate, static_files
from kiemdiem.web.moment import moment

REFUSED, WRONG_USE = 1, 2


class Command(BaseCommand):
    """Serves the site until it is stopped with Ctrl+C."""

    help = "Chạy trang web. Mặc định chỉ mở cho chính máy này (127.0.0.1)."
    requires_system_checks: ClassVar[list[str]] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declares the options."""
        parser.add_argument("--host", default="127.0.0.1", help="địa chỉ mở cổng; 0.0.0.0 để cả mạng nội bộ dùng được")
        parser.add_argument("--port", type=int, default=8000, help="cổng, mặc định 8000")
        parser.add_argument("--name", action="append", default=[], help="tên hoặc địa chỉ máy mà người dùng sẽ gõ")
        parser.add_argument("--workers", type=int, default=2, help="số tiến trình, mặc định 2")
        parser.add_argument("--threads", type=int, default=4, help="số luồng mỗi tiến trình, mặc định 4")
        parser.add_argument("--tls", action="store_true", help="mã hóa đường truyền; tự lập chứng thư nếu không nêu")
        parser.add_argument("--cert", type=Path, help="tệp chứng thư PEM, dùng cùng --tls")
        parser.add_argument("--key", type=Path, help="tệp khóa PEM, dùng cùng --tls")

    def handle(self, *args: Any, **options: Any) -> None:
        """Checks what must be in place, says the address, and serves."""
        check_use(options)
        check_port(options["host"], options["port"])
        check_database()
        names = names_of(options)
        os.environ["KIEMDIEM_HOSTS"] = ",".join(f"[{name}]" if ":" in name else name for name in names)
        os.environ["KIEMDIEM_TLS"] = "1" if options["tls"] else "0"
        static_files.collect()
        shown = "localhost" if is_loopback(options["host"]) else names[-1]
        self.stdout.write(f"Mở trình duyệt tại {'https' if options['tls'] else 'http'}://{shown}:{options['port']}/")
        self.stdout.write("Nhấn Ctrl+C để dừng.")
        self.stdout.flush()
        server(options, names).serve()


def check_use(options: dict[str, Any]) -> None:
    """Refuses options that have no meaning together."""
    if not 0 < options["port"] < 65536 or options["workers"] < 1 or options["threads"] < 1:
        raise CommandError("Cổng phải từ 1 đến 65535; số tiến trình và số luồng phải từ 1.", returncode=WRONG_USE)
    if bool(options["cert"]) != bool(options["key"]) or (options["cert"] and not options["tls"]):
        raise CommandError("--cert và --key phải đi cùng nhau và cùng --tls.", returncode=WRONG_USE)
    missing = [str(path) for path in (options["cert"], options["key"]) if path and not path.is_file()]
    if missing:
        raise CommandError(f"Không có tệp {', '.join(missing)}.", returncode=WRONG_USE)


def check_port(host: str, port: int) -> None:
    """Refuses a port that another program holds, before the workers start and fail one by one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as fault:
            what = f"Không mở được {host}:{port} ({fault.strerror}): cổng đang bận hoặc không phải địa chỉ của máy."
            todo = f"Dừng chương trình đang dùng cổng, hoặc chọn cổng khác: kiemdiem serve --port {port + 1}"
            raise CommandError(f"{what} {todo}", returncode=REFUSED) from fault


def check_database() -> None:
    """Refuses a database that cannot be reached or has not been brought up to date."""
    try:
        executor = MigrationExecutor(connections["default"])
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as fault:
        raise CommandError(f"Không mở được cơ sở dữ liệu: {fault}", returncode=REFUSED) from fault
    finally:
        connections.close_all()
    if pending:
        todo = "Chạy trước: kiemdiem migrate"
        raise CommandError(f"Cơ sở dữ liệu chưa được cập nhật ({len(pending)} bước). {todo}", returncode=REFUSED)


def is_loopback(host: str) -> bool:
    """Whether only this very computer can reach the address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def names_of(options: dict[str, Any]) -> list[str]:
    """Every name the site answers to: this computer, those asked for, and on a LAN the host's own."""
    names = ["localhost", "127.0.0.1", "::1"]
    if not is_loopback(options["host"]):
        names += [socket.gethostname(), *own_addresses()]
    configured = [name.strip("[]") for name in os.environ.get("KIEMDIEM_HOSTS", "").split(",") if name]
    return list(dict.fromkeys([*names, *configured, *options["name"]]))


def own_addresses() -> list[str]:
    """The addresses under which the host's name is known, if its network knows it."""
    try:
        found = socket.getaddrinfo(socket.gethostname(), None)
    except OSError:
        return []
    return sorted({str(entry[4][0]).split("%")[0] for entry in found})


def server(options: dict[str, Any], names: list[str]) -> Any:
    """The server, ready to serve."""
    # Fresh processes, which read the settings with the names given above.
    multiprocessing.set_start_method("spawn", force=True)
    tls: dict[str, Any] = {}
    if options["tls"]:
        own = certificate.own_certificate(Path(settings.HOME) / "tls", names=names, at=moment())
        cert, key = (options["cert"], options["key"]) if options["cert"] else own
        tls = {"ssl_cert": cert, "ssl_key": key}
    return Granian(
        "kiemdiem.config.wsgi:application",
        address=options["host"],
        port=options["port"],
        interface=Interfaces.WSGI,
        workers=options["workers"],
        blocking_threads=options["threads"],
        log_level="warning",
        websockets=False,
        respawn_failed_workers=True,
        **tls,
    )
