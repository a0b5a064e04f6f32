"""The two cities to measure on: made once, used again while nothing that shapes them changed."""

import hashlib
import os
import subprocess
import sys
from datetime import timedelta

import psycopg2
from psycopg2 import sql

from bench.environment import DATA_DIR, ROOT, City, environment, server_url
from tools.trouble import Trouble

SEED = 1
LASTS = timedelta(days=7)  # an older city has no fresh work on its desks
MADE_BY = "bulk contact_rows generating rows working_days people residents texts"
SHAPED_BY: tuple[str, ...] = ("*/migrations/*.py", "*/reference/*.csv", "cases/demo/[pq]*.csv")
SHAPED_BY += tuple(f"cases/demo/{name}.py" for name in MADE_BY.split())
FILLED_BY = (
    "articles beside decisions dossiers ledger meldingen objections offers one_dossier plans"
)
SHAPED_BY += tuple(f"bench/{name}.py" for name in FILLED_BY.split())


def ensure_city(city: City) -> None:
    """Make the database of this city unless it is there, of this shape and of this week."""
    wanted = shape()
    if not os.environ.get("BENCH_REBUILD") and _present(city) == wanted:
        print(f"Stad {city.name}: staat klaar.")
        return
    print(f"Stad {city.name}: wordt gemaakt.", flush=True)
    empty_database(city)
    manage(city, "migrate", "--verbosity", "0")
    numbers = ["--residents", str(city.residents), "--callbacks", str(city.callbacks)]
    manage(city, "generate_city", *numbers, "--seed", str(SEED))
    _keep_shape(city, wanted)


def shape() -> str:
    """A hash of everything that decides what is in a city."""
    digest = hashlib.sha256(str(SEED).encode())
    for pattern in SHAPED_BY:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file() and ".venv" not in path.parts:
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def manage(city: City, *words: str) -> None:
    """Run a command of the application on this city."""
    DATA_DIR.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "manage.py", *words]
    run = subprocess.run(
        command, cwd=ROOT, env=environment(city), check=False, stdout=subprocess.DEVNULL
    )
    if run.returncode:
        raise Trouble(f"manage.py {words[0]} lukte niet op de database {city.database}.")


def _present(city: City) -> str:
    """The shape of the city that is there now; empty when there is none or it is too old."""
    with _server() as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s",
            [city.database],
        )
        row = cursor.fetchone()
        shape_kept, _, made = ((row[0] if row else "") or "").partition(" ")
        if not made:
            return ""
        cursor.execute("SELECT now() - %s::timestamptz < %s", [made, LASTS])
        return shape_kept if cursor.fetchone()[0] else ""


def _keep_shape(city: City, shape_made: str) -> None:
    with _server() as cursor:
        cursor.execute("SELECT now()")
        note = f"{shape_made} {cursor.fetchone()[0].isoformat()}"
        name = sql.Identifier(city.database)
        cursor.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(name, sql.Literal(note)))


def empty_database(city: City) -> None:
    """Only ever a database whose name begins with bench_."""
    if not city.database.startswith("bench_"):
        raise Trouble(f"De bench maakt {city.database} niet leeg: die naam is niet van haar.")
    name = sql.Identifier(city.database)
    with _server() as cursor:
        cursor.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(name))
        cursor.execute(sql.SQL("CREATE DATABASE {}").format(name))


class _server:
    """Used like a function: a cursor on the server's own database, outside a transaction."""

    def __enter__(self) -> "psycopg2.extensions.cursor":
        try:
            self.connection = psycopg2.connect(server_url())
        except psycopg2.OperationalError as error:
            raise Trouble(
                "PostgreSQL antwoordt niet: start de server, of zet DATABASE_URL."
            ) from error
        self.connection.autocommit = True
        return self.connection.cursor()

    def __exit__(self, *details: object) -> None:
        self.connection.close()
