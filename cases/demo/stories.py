"""What happens to a callback request in the demo city, told as people act: one story each.

A story is a function over a ``Playing``. It goes on until it ends or until it reaches the present:
then the request stays as it is, on somebody's desk. Between two acts the worker of the machine
delivers the reminders that fell due, as it would have done.
"""

from collections.abc import Callable

from cases.callbacks.models import PauseReason
from cases.demo.playing import Playing
from cases.demo.texts import REOPEN_REASONS

HOUR, DAY = 60, 510  # working minutes
Story = Callable[[Playing], None]


def first_call(play: Playing) -> None:
    """Taken, called, spoken, done."""
    play.claim()
    play.wait_for_call()
    play.speak_and_close()


def second_call(play: Playing) -> None:
    """Nobody answers the first time."""
    play.claim()
    play.wait_for_call()
    play.fail()
    play.wait(play.rng.randint(1 * HOUR, 6 * HOUR))
    play.speak_and_close()


def third_call(play: Playing) -> None:
    """Two voicemails, then spoken."""
    play.claim()
    play.wait_for_call()
    play.fail()
    play.wait(play.rng.randint(2 * HOUR, 7 * HOUR))
    play.fail()
    play.wait(play.rng.randint(2 * HOUR, 7 * HOUR))
    play.speak_and_close()


def never_reached(play: Playing) -> None:
    """Three times nothing: closed with that as the outcome."""
    _three_times_nothing(play)
    play.wait(play.rng.randint(10, 3 * HOUR))
    play.close("niet-bereikt")


def by_letter(play: Playing) -> None:
    """Three times nothing, a letter, and the resident calls."""
    _three_times_nothing(play)
    play.wait(play.rng.randint(10, 2 * HOUR))
    play.write_or_visit(PauseReason.LETTER, days=8)
    play.wait(play.rng.randint(2 * DAY, 6 * DAY))
    play.resume()
    play.speak_and_close()


def another_number(play: Playing) -> None:
    """The number was wrong; another one is found."""
    play.claim()
    play.wait_for_call()
    play.fail("wrong_number")
    play.wait(play.rng.randint(30, 4 * HOUR))
    play.try_another_number()
    play.wait(play.rng.randint(10, HOUR))
    play.speak_and_close()


def papers_first(play: Playing) -> None:
    """The resident looks something up before it can be answered."""
    play.claim()
    play.wait_for_call()
    play.speak()
    play.pause(PauseReason.PAPERS, days=play.rng.randint(3, 10))
    play.wait(play.rng.randint(1 * DAY, 4 * DAY))
    play.resume()
    play.wait(play.rng.randint(5, HOUR))
    play.speak_and_close()


def pause_runs_out(play: Playing) -> None:
    """The resident would call and does not: at the end of the pause the clock runs again."""
    play.claim()
    play.wait_for_call()
    play.speak()
    play.pause(PauseReason.RESIDENT, days=3)
    play.wait(4 * DAY)
    play.speak_and_close()


def rather_later(play: Playing) -> None:
    """Spoken, but now is not a good moment."""
    play.claim()
    play.wait_for_call()
    play.promise_later(play.rng.randint(3 * HOUR, 2 * DAY))
    play.wait_until_term()
    play.speak_and_close()


def forwarded(play: Playing) -> None:
    """The question belongs to another team; the clock runs on."""
    play.claim()
    play.wait(play.rng.randint(5, HOUR))
    play.forward()
    play.claim()
    play.wait_for_call()
    play.speak_and_close()


def handed_over(play: Playing) -> None:
    """A colleague knows the family."""
    play.claim()
    play.wait(play.rng.randint(5, 2 * HOUR))
    play.assign()
    play.wait_for_call()
    play.speak_and_close()


def given_back(play: Playing) -> None:
    """Taken, given back because of illness, taken by a colleague."""
    play.claim()
    play.wait(play.rng.randint(30, 3 * HOUR))
    play.release()
    play.claim()
    play.wait_for_call()
    play.speak_and_close()


def withdrawn(play: Playing) -> None:
    """The caller calls again: it is solved already."""
    play.wait(play.rng.randint(20, 6 * HOUR))
    play.cancel()


def written_twice(play: Playing) -> None:
    """The same question was on the list already."""
    play.claim()
    play.wait(play.rng.randint(2, 20))
    play.close("dubbel")


def reopened(play: Playing) -> None:
    """Done, and then not done after all."""
    first_call(play)
    play.wait(play.rng.randint(1 * DAY, 4 * DAY))
    play.reopen(play.rng.choice(REOPEN_REASONS))
    first_call(play)


def left_alone(play: Playing) -> None:
    """Nobody took it yet."""


def on_a_desk(play: Playing) -> None:
    """Taken, not called yet."""
    play.claim(quickly=True)


def tried_once(play: Playing) -> None:
    """Taken and called once without an answer."""
    play.claim(quickly=True)
    play.wait(play.rng.randint(5, HOUR))
    play.fail()


def will_call_later(play: Playing) -> None:
    """The resident asked for another moment, which is still ahead."""
    play.claim(quickly=True)
    play.wait(play.rng.randint(5, HOUR))
    play.promise_later(3 * DAY)


def stuck(play: Playing) -> None:
    """Three times nothing; a choice must be made."""
    _three_times_nothing(play, quickly=True)


def waiting_for_resident(play: Playing) -> None:
    """The resident moves first."""
    play.claim(quickly=True)
    play.wait(play.rng.randint(5, 2 * HOUR))
    play.speak()
    play.pause(play.rng.choice((PauseReason.PAPERS, PauseReason.AWAY)), days=15)


def opened_again(play: Playing) -> None:
    """Done yesterday, opened again today."""
    play.claim(quickly=True)
    play.wait(play.rng.randint(5, HOUR))
    play.speak_and_close()
    play.wait(play.rng.randint(2 * HOUR, DAY))
    play.reopen(play.rng.choice(REOPEN_REASONS))


def sent_on(play: Playing) -> None:
    """Forwarded, and waiting there."""
    play.claim(quickly=True)
    play.wait(play.rng.randint(5, HOUR))
    play.forward()


def _three_times_nothing(play: Playing, *, quickly: bool = False) -> None:
    play.claim(quickly=quickly)
    if not quickly:
        play.wait_for_call()
    for attempt in range(3):
        if attempt:
            play.wait(play.rng.randint(2 * HOUR, 4 * HOUR))
        play.fail()


FINISHED: dict[Story, int] = {
    first_call: 56,
    second_call: 14,
    third_call: 4,
    never_reached: 3,
    by_letter: 2,
    another_number: 2,
    papers_first: 3,
    pause_runs_out: 1,
    rather_later: 3,
    forwarded: 3,
    handed_over: 3,
    given_back: 1,
    withdrawn: 3,
    written_twice: 1,
    reopened: 2,
}
"""Stories that have an end, and how often each of a hundred is told."""
