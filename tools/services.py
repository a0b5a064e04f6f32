"""Which servers a test run can use: found by asking them a real question, not by a TCP connect."""

import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import psycopg2
import redis

LOCAL_DATABASES = (
    "postgres://postgres@127.0.0.1:5432/postgres",
    "postgres://postgres:postgres@127.0.0.1:5432/postgres",
)
LOCAL_REDIS = "redis://127.0.0.1:6379/0"
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class Found:
    """A service that answers at ``address``, or the reason why there is none."""

    address: str = ""
    reason: str = ""
    is_failure: bool = False  # somebody named an address and it does not answer


def find_postgresql(environ: Mapping[str, str]) -> Found:
    """The database of DATABASE_URL, or one on this machine."""
    explicit = environ.get("DATABASE_URL", "")
    if explicit.startswith("sqlite"):
        explicit = ""
    return _find("PostgreSQL", explicit, LOCAL_DATABASES, _ask_postgresql)


def find_redis(environ: Mapping[str, str]) -> Found:
    """The server of REDIS_URL, or one on this machine."""
    return _find("Redis", environ.get("REDIS_URL", ""), (LOCAL_REDIS,), _ask_redis)


def find_chromium(environ: Mapping[str, str]) -> Found:
    """The browser of CHROMIUM, or the first one on PATH that says its version."""
    explicit = environ.get("CHROMIUM", "")
    for name in (explicit,) if explicit else CHROMIUMS:
        path = shutil.which(name)
        if path and _says_its_version(path):
            return Found(address=path)
    if explicit:
        return Found(reason=f"CHROMIUM is {explicit} and that does not start", is_failure=True)
    return Found(reason=f"none of {', '.join(CHROMIUMS)} is on PATH")


def without_password(address: str) -> str:
    """An address that may be printed."""
    scheme, _, rest = address.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"


def _find(
    name: str, explicit: str, candidates: tuple[str, ...], ask: Callable[[str], None]
) -> Found:
    for address in (explicit,) if explicit else candidates:
        try:
            ask(address)
        except (psycopg2.Error, redis.RedisError, ValueError) as error:
            shown = without_password(address)
            reason = f"{name} at {shown} does not answer ({type(error).__name__})"
        else:
            return Found(address=address)
    return Found(reason=reason, is_failure=bool(explicit))


def _ask_postgresql(address: str) -> None:
    connection = psycopg2.connect(address, connect_timeout=3)
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    finally:
        connection.close()


def _ask_redis(address: str) -> None:
    client = redis.Redis.from_url(address, socket_connect_timeout=3, socket_timeout=3)
    try:
        client.ping()
    finally:
        client.close()


def _says_its_version(path: str) -> bool:
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, check=False, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0
