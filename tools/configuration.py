"""What this machine decides for ``make run``: address, data folder and environment variables."""

import os
import re
import socket
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.trouble import Trouble

ROOT = Path(__file__).resolve().parent.parent
LINE = re.compile(r"(?:export )?([A-Za-z_][A-Za-z0-9_]*)=(.*)")


@dataclass(frozen=True)
class Configuration:
    """One run: where it listens, where it keeps its data and what its processes are told."""

    root: Path
    data_dir: Path
    port: int
    environment: dict[str, str]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def python(self) -> Path:
        """The interpreter of the project's own environment."""
        return venv_python(self.root)

    def log(self, name: str) -> Path:
        return self.data_dir / "log" / f"{name}.log"

    def shown(self, path: Path) -> str:
        """A path as short as it can be typed from the clone."""
        return str(path.relative_to(self.root) if path.is_relative_to(self.root) else path)


def venv_python(root: Path) -> Path:
    """The interpreter of the environment that ``make`` keeps in ``.venv``."""
    return root / ".venv" / "bin" / "python"


def read_env_file(path: Path) -> dict[str, str]:
    """The variables of a ``.env`` file; a line that is not KEY=value stops everything."""
    if not path.exists():
        return {}
    values = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        match = LINE.fullmatch(text)
        if match is None:
            raise Trouble(
                f"Regel {number} van {path.name} is niet van de vorm NAAM=waarde: "
                "verbeter die regel of zet er een # voor."
            )
        values[match[1]] = _without_quotes(match[2].strip())
    return values


def read_configuration(root: Path, environ: Mapping[str, str]) -> Configuration:
    """The demo defaults, then ``.env``, then real variables; the last one wins."""
    given = {**read_env_file(root / ".env"), **environ}
    port = _port(given.get("PORT") or "8000")
    data_dir = root / (given.get("DATA_DIR") or "var")
    demo = {
        "DEMO": "True",
        "SECURE_COOKIES": "False",
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "SITE_URL": f"http://127.0.0.1:{port}",
        "SWEEP_SECONDS": "20",
    }
    fixed = {
        "DATA_DIR": str(data_dir),
        "PORT": str(port),
        "TMPDIR": str(data_dir / "tmp"),
        "DJANGO_SETTINGS_MODULE": "wijkteams.settings",
        "PYTHONUNBUFFERED": "1",
    }
    return Configuration(root, data_dir, port, {**demo, **given, **fixed})


def make_data_dir(data_dir: Path) -> None:
    """Create the data folder with everything the processes expect in it, or say why not."""
    try:
        for name in ("", "log", "tmp", "stamps", "mail", "broker", "broker-control"):
            (data_dir / name).mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=data_dir):
            pass
    except OSError as error:
        raise Trouble(
            f"In de gegevensmap {data_dir} kan niet worden geschreven ({error.strerror}): "
            "maak haar schrijfbaar of kies een andere met `make run DATA_DIR=/pad/naar/map`."
        ) from error


def check_port_is_free(port: int) -> None:
    """Refuse at once when something else listens, instead of after minutes of preparation."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise Trouble(
                f"Poort {port} is niet vrij ({os.strerror(error.errno or 0)}): stop wat daar "
                f"draait of kies een andere poort met `make run PORT={port + 1}`."
            ) from error


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise Trouble(f"PORT is '{text}': kies een getal van 1 tot en met 65535.")
    return int(text)


def _without_quotes(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1]
    return value
