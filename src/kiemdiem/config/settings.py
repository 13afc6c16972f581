"""Settings of one installation: a data folder beside the code or named by KIEMDIEM_HOME, and an optional PostgreSQL."""

import os
import secrets
from pathlib import Path

from django.core.management.utils import get_random_secret_key

from kiemdiem.web.paths import vendor_folder

HOME = Path(os.environ.get("KIEMDIEM_HOME", Path.cwd() / "data")).resolve()


def secret_of_installation() -> str:
    """The signing key of this installation, made once, readable by its owner only."""
    path = HOME / "secret.key"
    if not path.exists():
        HOME.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as stream:
            stream.write(get_random_secret_key() + secrets.token_hex(16))
    return path.read_text(encoding="ascii").strip()


SECRET_KEY = os.environ.get("KIEMDIEM_SECRET_KEY") or secret_of_installation()
DEBUG = os.environ.get("KIEMDIEM_DEBUG") == "1"
ALLOWED_HOSTS = os.environ.get("KIEMDIEM_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_htmx",
    "template_partials",
    "kiemdiem.web",
    "kiemdiem.journal",
    "kiemdiem.jobs",
    "kiemdiem.accounts",
    "kiemdiem.files",
    "kiemdiem.org",
    "kiemdiem.notices",
    "kiemdiem.rulebooks",
    "kiemdiem.cycles",
    "kiemdiem.reviews",
    "kiemdiem.meetings",
    "kiemdiem.ballots",
    "kiemdiem.grading",
    "kiemdiem.papers",
    "kiemdiem.exchange",
    "kiemdiem.desk",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kiemdiem.accounts.pages.change_password.FirstPassword",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "kiemdiem.web.middleware.RefusalMiddleware",
]

ROOT_URLCONF = "kiemdiem.config.urls"
WSGI_APPLICATION = "kiemdiem.config.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "kiemdiem.web.frame.page_frame",
            ],
        },
    },
]

# A scratch database is thrown away with its process: it need not survive a power cut.
SYNCHRONOUS = "OFF" if os.environ.get("KIEMDIEM_SCRATCH") == "1" else "FULL"

# One behaviour on both: on SQLite a write transaction takes its lock at once, so that two writers queue, not fail.
SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": HOME / "kiemdiem.sqlite3",
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": f"PRAGMA journal_mode=WAL; PRAGMA synchronous={SYNCHRONOUS}; PRAGMA foreign_keys=ON;",
    },
}


def postgres_from(url: str) -> dict[str, object]:
    """Django's settings for a `postgresql://` address, of a host or of a socket folder."""
    from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415 - optional dependency

    parts = conninfo_to_dict(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.get("dbname", "kiemdiem"),
        "USER": parts.get("user", ""),
        "PASSWORD": parts.get("password", ""),
        "HOST": parts.get("host", ""),
        "PORT": parts.get("port", ""),
    }


DATABASES = {
    "default": postgres_from(os.environ["KIEMDIEM_DATABASE"]) if os.environ.get("KIEMDIEM_DATABASE") else SQLITE
}

AUTH_USER_MODEL = "accounts.Account"
JOB_KINDS = "kiemdiem.config.jobs.KINDS"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LOGIN_URL = "/dang-nhap/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/dang-nhap/"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 8}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "vi"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
DATE_INPUT_FORMATS = ["%d/%m/%Y", "%Y-%m-%d"]

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [("vendor", vendor_folder() / "web")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "kiemdiem.web.static_files.HashedStaticFiles"},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    },
}
KIEMDIEM_NAVIGATION = "kiemdiem.config.navigation.navigation_of"
KIEMDIEM_FRAME = "kiemdiem.config.frame.frame_of_installation"
# Without this a fault in the program leaves no trace: Django by itself only mails it to nobody.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"timed": {"format": "%(asctime)s %(levelname)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "timed"}},
    "loggers": {"django.request": {"handlers": ["console"], "level": "ERROR"}},
}
CSRF_FAILURE_VIEW = "kiemdiem.web.pages.faults.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = os.environ.get("KIEMDIEM_TLS") == "1"
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 3600
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

# What the rooms above the seasons know, asked by name so that no lower room knows a higher one: what a change of the
# register touches in each room, and where each member ended.
SEASON_EFFECT_SOURCES: list[str] = [
    "kiemdiem.meetings.queries.changed.touched_by",
    "kiemdiem.ballots.queries.changed.touched_by",
    "kiemdiem.grading.queries.changed.touched_by",
    "kiemdiem.papers.queries.changed.touched_by",
]
SEASON_STANDINGS = "kiemdiem.grading.queries.standings_of"
# What the season's rules say to a notice being given.
NOTICE_RULES = "kiemdiem.grading.queries.may_give"
