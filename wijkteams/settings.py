"""The one settings module. Every difference between machines is an environment variable.

Rules: no ``if DEBUG`` and no settings per environment; a variable without a safe default has
no default, so a badly configured server does not start. ``.env.example`` lists every variable.
"""

from datetime import time
from pathlib import Path

import environ
import structlog
from csp.constants import NONE, SELF

from wijkteams.beat import schedule

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.FileAwareEnv()  # SECRET_KEY_FILE=/run/secrets/key works for every variable
env.read_env(BASE_DIR / ".env")  # optional; real variables win

# --- Core ------------------------------------------------------------------------------------
DEMO = env.bool("DEMO", default=False)
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY")
AUDIT_KEY = env.str("AUDIT_KEY")  # HMAC of the audit trail; never in the database (design 5)
DATA_KEY = env.str("DATA_KEY")  # AES-256-GCM of stored secrets (design 8)
INDEX_KEY = env.str("INDEX_KEY")  # HMAC by which an encrypted value is found (design 8)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "var"))).resolve()
SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000")
AUTH_USER_MODEL = "clusters.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "wijkteams.urls"
WSGI_APPLICATION = "wijkteams.wsgi.application"
VERSION = "0.1.0"

DATABASES = {
    "default": {
        **env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'wijkteams.sqlite3'}"),
        "ATOMIC_REQUESTS": False,
        "CONN_MAX_AGE": env.int("CONN_MAX_AGE", default=600),
        "CONN_HEALTH_CHECKS": True,
    }
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Measured: without these three, nine of ten concurrent writes fail (operations/SQLite).
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    # Measured: planning the seven joins of one request took 3.5 ms, running them 0.1 ms; joined
    # in steps of four it takes 0.6 ms. Compiling a query (jit) is for reports, not for pages. What
    # is prepared (only Mijn werk, ADR 47) is planned once for everybody. Starting a second process
    # takes 5 ms: worth it for a report and not for the rows of a page.
    DATABASES["default"]["OPTIONS"] = {
        "options": "-c join_collapse_limit=4 -c jit=off -c plan_cache_mode=force_generic_plan"
        " -c parallel_setup_cost=20000"
    }

# --- Apps, lowest layer first (same order as .importlinter) ------------------------------------
LOCAL_APPS = ["common", "audit", "clusters", "cases", "budgets", "dashboards"]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.admin",
    "django.forms",
    "django_otp",
    "axes",
    "csp",
    "crispy_forms",
    "django_htmx",
    *LOCAL_APPS,
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "common.middleware.HeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "clusters.login.middleware.SessionGuardMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "audit.middleware.AuditMiddleware",
    "common.middleware.RuleViolationMiddleware",
    "common.middleware.OutOfScopeMiddleware",
    "cases.residents.middleware.MergedAwayMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "clusters.notices.context.shell",
                "dashboards.saved.context.saving",
            ],
            "builtins": ["common.templatetags.screen"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "nlds"
CRISPY_FAIL_SILENTLY = False

# --- Security ----------------------------------------------------------------------------------
SECURE_COOKIES = env.bool("SECURE_COOKIES", default=True)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_COOKIES
SESSION_COOKIE_NAME = "__Host-sessie" if SECURE_COOKIES else "sessie"
CSRF_COOKIE_NAME = "__Host-csrf" if SECURE_COOKIES else "csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_AGE = 10 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_FAILURE_VIEW = "clusters.login.views.form_expired"
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
SECURE_SSL_REDIRECT = SECURE_COOKIES
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE_COOKIES else None
SECURE_REDIRECT_EXEMPT = [r"^gezondheid/$"]
SECURE_HSTS_SECONDS = 31_536_000 if SECURE_COOKIES else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE_COOKIES
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440

# --- Login -------------------------------------------------------------------------------------
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "login"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
PASSWORD_RESET_TIMEOUT = 24 * 3600  # how long the link of an invitation works
SESSION_IDLE_SECONDS = 20 * 60
SESSION_ABSOLUTE_SECONDS = 10 * 3600
OTP_TOTP_ISSUER = "Wijkteams"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "clusters.login.views.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "code"]
AXES_ENABLE_ACCESS_FAILURE_LOG = True  # counts guesses from many places (clusters.login.throttle)

# --- Language and time -------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

# --- Files -------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Closed files of a BRP extract: outside the web root, shared by web server and worker (UT-6).
UPLOAD_DIR = Path(env.str("UPLOAD_DIR", default=str(DATA_DIR / "uploads")))
BRP_UPLOAD_MEGABYTES = env.int("BRP_UPLOAD_MEGABYTES", default=200)
FILE_UPLOAD_HANDLERS = ["common.closed_uploads.ClosedUploadHandler"]
# Documents of dossiers: closed with the key of their dossier, outside the web root (DC-4).
DOCUMENT_DIR = Path(env.str("DOCUMENT_DIR", default=str(DATA_DIR / "documents")))
DOCUMENT_MEGABYTES = env.int("DOCUMENT_MEGABYTES", default=20)
# What looks for a virus, as a dotted path (cases.documents.scanning.clamd); empty is nothing.
DOCUMENT_SCANNER = env.str("DOCUMENT_SCANNER", default="")
CLAMD_ADDRESS = env.str("CLAMD_ADDRESS", default="127.0.0.1:3310")  # or the path of a socket
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# --- Mail: leaves from the outbox table after the commit (design 6) ------------------------------
vars().update(env.email_url("EMAIL_URL", default=f"filemail://{DATA_DIR / 'mail'}"))
if EMAIL_BACKEND.endswith("filebased.EmailBackend"):  # type: ignore[name-defined]  # noqa: F821
    EMAIL_FILE_PATH = str(Path("/") / EMAIL_FILE_PATH)  # type: ignore[has-type]  # noqa: F821
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Wijkteams <wijkteams@localhost>")

# --- Celery: the bell. The database is the truth (design 6) --------------------------------------
CELERY_BROKER_URL = env.str("CELERY_BROKER_URL", default="filesystem://")
CELERY_BROKER_TRANSPORT_OPTIONS = (
    {
        "data_folder_in": str(DATA_DIR / "broker"),
        "data_folder_out": str(DATA_DIR / "broker"),
        "control_folder": str(DATA_DIR / "broker-control"),
        "store_processed": False,
    }
    if CELERY_BROKER_URL.startswith("filesystem")
    else {
        "visibility_timeout": 300,
        "unacked_restore_throttle": 1,
        "global_keyprefix": "wijkteams:",
    }
)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_SERIALIZER = "json"
CELERY_TIMEZONE = TIME_ZONE
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "beat-schedule")
SWEEP_SECONDS = env.int("SWEEP_SECONDS", default=60)
CELERY_BEAT_SCHEDULE = schedule(SWEEP_SECONDS)

# --- Log: one JSON line per event, no personal data, never a query string ------------------------
LOG_LEVEL = env.str("LOG_LEVEL", default="INFO")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processor": structlog.processors.JSONRenderer(),
            "foreign_pre_chain": [
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                structlog.processors.TimeStamper(fmt="iso"),
            ],
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {"django.server": {"handlers": ["console"], "propagate": False}},
}

# --- Our own norms -----------------------------------------------------------------------------
PAGE_SIZE = 50
MUNICIPALITY_CODE = "gemeente"  # which partner organisation is the municipality (MD-7)
SIGNAL_RETENTION_DAYS = env.int("SIGNAL_RETENTION_DAYS", default=365)  # words kept after (SG-11)
HANDOVER_READS_DAYS = env.int("HANDOVER_READS_DAYS", default=30)  # former casusregisseur (OD-7)
COVER_WARN_AFTER_DAYS = env.int("COVER_WARN_AFTER_DAYS", default=2)  # working days away (WN-12)
CONFERENCE_ACCESS_DAYS = env.int("CONFERENCE_ACCESS_DAYS", default=90)  # never longer (CT-6)
OFFER_REVIEW_DAYS = 182  # how long what is on the sociale kaart counts as right (SK-2)
AGENDA_WEEKS = 6  # how far back the meeting of KCC and SWT looks (TEL-8)
HELP_QUESTION_MINUTES = 60  # after this nobody holds the line any more (TEL-6)
DAY_PART_SPLIT = time(12, 30)  # where the dagdelen of the vraagbaak meet (TEL-6)
# Whether a signed report with agreement counts as aanvraag (WMO 2.3.2 lid 9): the choice of a city.
SIGNED_REPORT_IS_APPLICATION = env.bool("SIGNED_REPORT_IS_APPLICATION", default=True)
MERGE_UNDO_HOURS = 24  # how long two merged residents can be put apart again (SV-6)
INHABITANTS_PER_TEAM = env.int("INHABITANTS_PER_TEAM", default=12_000)  # for one team (CLU-15)
PROFILE_DEVIATION = env.str("PROFILE_DEVIATION", default="0.5")  # fte from the wish (TP-7)
SWEEP_OVERDUE_SECONDS = 300  # older than this and the health page turns red (design 6)
