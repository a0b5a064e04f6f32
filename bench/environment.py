"""Where the bench works: its own databases, data folder and keys, never those of anybody else."""

import os
import socket
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parent.parent
DATA_DIR = ROOT / "var" / "bench"
SERVER = "postgres://postgres@127.0.0.1:5432/postgres"


@dataclass(frozen=True)
class City:
    """One size to measure on, in a database of its own."""

    name: str
    database: str
    residents: int
    callbacks: int


SMALL = City("tienduizend", "bench_tienduizend", 5_000, 10_000)
MILLION = 1_000_000


def large_city(size: int) -> City:
    """The large city: a million, or as large as BENCH_LARGE says, in a database of its own."""
    if size == MILLION:
        return City("miljoen", "bench_miljoen", MILLION, MILLION)
    return City(str(size), f"bench_{size}", size, size)


LARGE = large_city(int(os.environ.get("BENCH_LARGE", MILLION)))


def server_url() -> str:
    """The PostgreSQL server: that of DATABASE_URL, else the one on this machine."""
    explicit = os.environ.get("DATABASE_URL", "")
    return explicit if explicit.startswith("postgres") else SERVER


def database_url(database: str) -> str:
    """The address of a database on that server."""
    return urlunsplit(urlsplit(server_url())._replace(path=f"/{database}"))


def environment(city: City) -> dict[str, str]:
    """What a process of the application is told to work on this city, as in production."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "wijkteams.settings",
        "DATABASE_URL": database_url(city.database),
        "DATA_DIR": str(DATA_DIR),
        "SECRET_KEY": "only-for-the-bench-secret-key-with-enough-characters-0123456789",
        "AUDIT_KEY": "only-for-the-bench-audit-key-with-enough-characters-0123456789",
        "DATA_KEY": "b25seS1mb3ItdGhlLWJlbmNoLTMyLWJ5dGVzLWtleSE=",
        "INDEX_KEY": "only-for-the-bench-index-key-with-enough-characters-0123456789",
        "DEMO": "False",
        "DEBUG": "False",
        "SECURE_COOKIES": "False",
        "ALLOWED_HOSTS": "127.0.0.1",
        "CONN_MAX_AGE": "600",
        "LOG_LEVEL": "WARNING",
    }


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
