"""Django's settings. What an installation decides comes from the environment; everything else is fixed here."""

import os
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from opora.config import database, mail
from opora.config.home import home, secret
from opora.web.access.allauth_settings import *  # noqa: F403  (one file knows the library's many names)

PACKAGE = Path(__file__).resolve().parent.parent

OPORA_HOME = home()
SECRET_KEY = secret("web-secret")
JOURNAL_KEY = secret("journal-seal")
JOURNAL_HEAD: Path | None = OPORA_HOME / "journal-head"
DEBUG = False
ALLOWED_HOSTS = os.environ.get("OPORA_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
OPORA_ORIGIN = os.environ.get("OPORA_ORIGIN", "")  # https://opora.example.org behind a proxy
HTTPS = OPORA_ORIGIN.startswith("https://")

# Where the way to a family is looked up: by the maps of the device itself, or by a service the organization names.
MAP_LINK = os.environ.get("OPORA_MAP", "geo:0,0?q={address}")
# A new group is completed by whoever came to so many percent of its meetings; each group may say otherwise (S1-41).
GROUP_THRESHOLD = int(os.environ.get("OPORA_GROUP_THRESHOLD", "75"))
# Somebody is called steady after so many measures of which none was worse than the one before (S0-19).
STEADY_MEASURES = int(os.environ.get("OPORA_STEADY_MEASURES", "3"))

INSTALLED_APPS = [
    "opora.config",
    "opora.web.shell",
    "opora.backups",
    "opora.registry",
    "opora.evidence",
    "opora.indicators",
    "opora.chain",
    "opora.studies",
    "opora.pivot",
    "opora.release",
    "opora.reports",
    "opora.duties",
    "opora.reminders",
    "opora.attention",
    "opora.finding",
    "opora.life",
    "opora.network",
    "opora.circumstances",
    "opora.stays",
    "opora.goods",
    "opora.notes",
    "opora.groups",
    "opora.services",
    "opora.correspondence",
    "opora.volunteers",
    "opora.voice",
    "opora.results",
    "opora.plans",
    "opora.councils",
    "opora.papers",
    "opora.intake",
    "opora.partners",
    "opora.catalogue",
    "opora.logic",
    "opora.fields",
    "opora.details",
    "opora.pathways",
    "opora.process",
    "opora.assessments",
    "opora.cases",
    "opora.programs",
    "opora.instruments",
    "opora.drafts",
    "opora.families",
    "opora.organization",
    "opora.access",
    "opora.audit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_htmx",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "opora.web.shell.middleware.secure_headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "opora.web.shell.middleware.DoorKeeper",
    "opora.web.access.middleware.SecondFactorGate",
    "opora.web.shell.intentions.FirstAnswer",
]

ROOT_URLCONF = "opora.web.urls"
WSGI_APPLICATION = "opora.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": sorted((PACKAGE / "web").glob("*/templates")),
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "opora.web.shell.context.shell",
            ],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
        },
    }
]
FORM_RENDERER = "opora.web.shell.renderer.Renderer"

# Rooms have their jobs in `tasks`. They are raised by whoever puts one into the queue or works it through, not by every
# command.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = ""
PROCRASTINATE_IMPORT_PATHS = [
    f"{room}.tasks" for room in INSTALLED_APPS if (PACKAGE / room.removeprefix("opora.") / "tasks.py").is_file()
]

DATABASES = {"default": database.settings()}
# The throttle at the door counts in the cache, so it is one for all processes and must not forget early: with
# Django's 300 entries a stranger could push his own count out by trying other addresses.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "opora_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    # What a process may forget at any time: figures named by the very records they were computed from.
    "memory": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "opora"},
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "access.User"
SESSION_ENGINE = "opora.web.access.sessions"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "opora.web.shell.returning.refuse_foreign"
CSRF_TRUSTED_ORIGINS = [OPORA_ORIGIN] if OPORA_ORIGIN else []
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
# Behind a web server of our own the visitor's address is the last one in X-Forwarded-For; otherwise that is a claim.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if OPORA_ORIGIN else 0
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = "ru"
LANGUAGES = [("ru", _("Russian")), ("en", _("English"))]
LOCALE_PATHS = [
    *sorted(path for path in PACKAGE.glob("*/locale") if path.is_dir()),
    *sorted(path for path in PACKAGE.glob("web/*/locale") if path.is_dir()),
]
LANGUAGE_COOKIE_NAME = "opora_language"
USE_I18N = True
USE_TZ = True
TIME_ZONE = os.environ.get("OPORA_TIME_ZONE", "Europe/Moscow")
FORMAT_MODULE_PATH = ["opora.config.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = OPORA_HOME / "static"
STATICFILES_DIRS = sorted((PACKAGE / "web").glob("*/static"))
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "opora.config.static.Static"},
}

globals().update(mail.settings())
REMINDERS_EMAIL_BACKEND = mail.reminders_backend()

DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
# Six photographs of a phone at once, or a copy of a paper of 20 MB. What they hold never lies open on the disk: the web
# server lays aside closed files only (opora.config.passing), and a page holds them in memory until they are sealed.
FILE_UPLOAD_MAX_MEMORY_SIZE = 48 * 1024 * 1024

# Names, numbers and addresses of people must not reach the log: only the path's view and the exception's class do.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "opora.config.logs.NamelessFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        # While the database is away its pool says so again and again; opora.database says why.
        "psycopg.pool": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "procrastinate": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
    },
}
