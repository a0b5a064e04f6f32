"""Trouble a person can solve: one Dutch sentence on the screen, never a traceback."""

import sys
from collections.abc import Callable


class Trouble(Exception):
    """Something is wrong with the machine or its configuration; the text says what to do."""


def run_main(main: Callable[[], int]) -> int:
    """Run ``main`` and turn what goes wrong outside the code into one sentence and exit code 1."""
    try:
        return main()
    except Trouble as trouble:
        sentence = str(trouble)
    except KeyboardInterrupt:
        sentence = "Afgebroken; wat al klaar was blijft bewaard, start opnieuw wanneer u wilt."
    except OSError as error:
        where = error.filename or "een bestand"
        sentence = f"Lezen of schrijven van {where} lukte niet ({error.strerror}); los dat op."
    sys.stdout.flush()
    print(sentence, file=sys.stderr)
    return 1
