"""The plain-Python scripts behind ``make``; the parts of ``make run`` need only Python itself."""

import sys

if sys.version_info < (3, 11):
    found = f"{sys.version_info[0]}.{sys.version_info[1]}"
    sys.exit(
        f"Deze applicatie heeft Python 3.11 of nieuwer nodig, en dit is Python {found}: "
        "installeer een nieuwere en start met `make run PYTHON=python3.11`."
    )
