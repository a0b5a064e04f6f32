"""The project's own Python environment in ``.venv``, installed from the hashed lists.

``python3 -m tools.environment`` installs what running needs, with ``dev`` also what testing needs.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tools.commands import run_quietly
from tools.configuration import ROOT, make_data_dir, read_configuration, venv_python
from tools.stamps import fingerprint, is_current, write_stamp
from tools.trouble import Trouble, run_main


def ensure_environment(
    root: Path, requirements: str, *, log: Path, environment: Mapping[str, str]
) -> None:
    """Install the hashed list ``requirements``, unless exactly that list is installed already."""
    python = venv_python(root)
    _ensure_venv(root, python, log, environment)
    listed = root / requirements
    stamp = root / ".venv" / f"stamp-{listed.stem}"
    wanted = fingerprint([listed], sys.version)
    if is_current(stamp, wanted):
        return
    pip: list[str | Path] = [
        python,
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
    ]
    run_quietly(
        [*pip, "--require-hashes", "--requirement", listed],
        log=log,
        cwd=root,
        environment=environment,
        otherwise="De Python-pakketten konden niet worden geïnstalleerd: controleer de verbinding "
        "met de pakketbron en start opnieuw",
    )
    write_stamp(stamp, wanted)


def _ensure_venv(root: Path, python: Path, log: Path, environment: Mapping[str, str]) -> None:
    if _works(python):
        return
    folder = root / ".venv"
    if folder.exists():
        shutil.rmtree(folder)
    run_quietly(
        [sys.executable, "-m", "venv", folder],
        log=log,
        cwd=root,
        environment=environment,
        otherwise="Een Python-omgeving maken lukte niet: installeer de module venv van Python "
        "(op Debian en Ubuntu het pakket python3-venv) en start opnieuw",
    )


def _works(python: Path) -> bool:
    """A half-made or moved environment is made again rather than mended."""
    if not python.exists():
        return False
    probe = [str(python), "-c", "import pip, sys; sys.exit(sys.version_info < (3, 11))"]
    try:
        return subprocess.run(probe, capture_output=True, check=False, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def main() -> int:
    """The command line: ``python3 -m tools.environment [dev]``."""
    kinds = {(): "requirements.txt", ("dev",): "requirements-dev.txt"}
    requirements = kinds.get(tuple(sys.argv[1:]))
    if requirements is None:
        raise Trouble("Gebruik: python3 -m tools.environment [dev]")
    configuration = read_configuration(ROOT, os.environ)
    make_data_dir(configuration.data_dir)
    ensure_environment(
        ROOT,
        requirements,
        log=configuration.log("environment"),
        environment={"TMPDIR": configuration.environment["TMPDIR"]},
    )
    return 0


if __name__ == "__main__":
    sys.exit(run_main(main))
