"""Fifty spenders on SQLite in a file, as ``make run`` has it; a process of its own.

``python -m tests.concurrency.embedded_spenders <new file> <rounds>`` says in JSON in how many
rounds a pot gave too much or too little, by our way and by the naive way.
"""

import json
import os
import sys
import time


def main(path: str, count: int) -> None:
    """Make the database, spend, and say what went wrong."""
    os.environ["DATABASE_URL"] = f"sqlite:///{path}"
    from tools import test_env

    test_env.apply()
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from budgets.ledger.checking import faults
    from tests.concurrency.test_budgets import rounds, spend, spend_naively

    began = time.monotonic()
    found = {"wrong": rounds(3000, spend, count), "seconds": round(time.monotonic() - began)}
    found |= {"faults": faults(), "naive": rounds(10_000, spend_naively, 2)}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
