"""One request on its way through the demo city: acts through the services, at their own moment."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

from cases.callbacks import services
from cases.callbacks.models import AttemptResult, CallbackReminder, CallbackRequest, PauseReason
from cases.demo.cast import Cast
from cases.demo.marks import demo_key
from cases.demo.texts import (
    FAILED_NOTES,
    FORWARD_REASONS,
    LATER_NOTES,
    OUTCOME_NOTES,
    OUTCOME_WEIGHTS,
)
from cases.models import CallbackOutcome
from clusters.models import User, working_calendar

SWEEP = timedelta(seconds=20)
PACE = {"spoed": 0.2, "normaal": 1.0, "ruim": 2.2}
MEDIAN_CLAIM, MEDIAN_CALL, SPREAD = 70, 80, 0.9  # working minutes, and how far they differ
SLOW_SHARE, SLOW_FACTOR = 0.02, 8
ATTEMPT_NUMBERS = 16  # an attempt's key is the request's number and its own


class PresentReachedError(Exception):
    """The next act lies in the future: the request stays as it is."""


class Playing:
    """The acts of one story; ``at`` is the moment in the story, ``now`` the present."""

    def __init__(
        self, callback: CallbackRequest, number: int, cast: Cast, rng: Random, now: datetime
    ) -> None:
        self.callback, self.number, self.cast, self.rng, self.now = callback, number, cast, rng, now
        self.calendar = working_calendar()
        self.at = callback.registered_at
        self.handler: User | None = None
        self.attempts = 0
        self.outcomes = {row.code: row for row in CallbackOutcome.objects.all()}
        slow = SLOW_FACTOR if rng.random() < SLOW_SHARE else 1
        self.pace = PACE[callback.urgency] * slow

    def wait(self, minutes: float) -> None:
        """Let working time pass, and the machine do its work; stops at the present."""
        moment = self.calendar.add_minutes(self.at, max(1, round(minutes)))
        if moment > self.now:
            raise PresentReachedError
        self.at = moment
        self.ring(moment)

    def ring(self, until: datetime) -> None:
        """Deliver the reminders that fell due, in their order, as the worker would have done."""
        mine = CallbackReminder.objects.filter(callback=self.callback)
        while reminder := mine.due(until).first():  # type: ignore[attr-defined]
            moment = max(reminder.due_at + SWEEP, self.callback.registered_at)
            services.deliver_reminder(reminder_id=reminder.pk, at=moment)
        self.callback.refresh_from_db()

    def wait_for_call(self) -> None:
        """From having it on the desk to calling."""
        self.wait(self.pace * self._about(MEDIAN_CALL))

    def wait_until_term(self) -> None:
        """Until shortly before what was promised."""
        minutes = self.calendar.minutes_between(self.at, self.callback.due_at)
        self.wait(max(1, minutes - self.rng.randint(1, 30)))

    def claim(self, *, quickly: bool = False) -> None:
        """Somebody of the team takes it."""
        self.wait(self.rng.randint(2, 25) if quickly else self.pace * self._about(MEDIAN_CLAIM))
        self.handler = self.cast.worker(self.callback.team_id, self.rng)
        self._did(services.claim_callback(**self._act()))

    def release(self) -> None:
        """Back on the list of the team."""
        self._did(services.release_callback(**self._act()))

    def assign(self) -> None:
        """To a colleague, when there is another one."""
        others = [one for one in self.cast.workers[self.callback.team_id] if one != self.handler]
        person = self.rng.choice(others)
        self._did(services.assign_callback(person=person, **self._act()))
        self.handler = person

    def forward(self) -> None:
        """To another team."""
        team = self.cast.another_team(self.callback.team_id, self.rng)
        reason = self.rng.choice(FORWARD_REASONS)
        self._did(services.forward_callback(team=team, reason=reason, **self._act()))

    def fail(self, result: str = "") -> None:
        """Call without speaking to the resident."""
        chosen = result or self.rng.choice(("voicemail", "no_answer", "no_answer"))
        if chosen == "voicemail" and not self.callback.resident.voicemail_allowed:
            chosen = "no_answer"
        self._call(AttemptResult(chosen), self.rng.choice(FAILED_NOTES[chosen]))

    def speak(self) -> None:
        """Speak to the resident; more is needed."""
        self._call(AttemptResult.SPOKEN, "Vraag besproken, nog niet klaar.")

    def promise_later(self, minutes: int) -> None:
        """Spoken: the resident wants to be called at another moment."""
        moment = self.calendar.add_minutes(self.at, minutes)
        self._call(AttemptResult.LATER, self.rng.choice(LATER_NOTES), again_at=moment)

    def speak_and_close(self) -> None:
        """Speak to the resident, and it is done."""
        codes = list(OUTCOME_WEIGHTS)
        code = self.rng.choices(codes, list(OUTCOME_WEIGHTS.values()))[0]
        note = self.rng.choice(OUTCOME_NOTES[code])
        self._call(AttemptResult.SPOKEN, note, outcome=self.outcomes[code])

    def close(self, code: str) -> None:
        """End it without having spoken."""
        note = self.rng.choice(OUTCOME_NOTES[code])
        self._did(
            services.close_callback(outcome=self.outcomes[code], outcome_note=note, **self._act())
        )

    def reopen(self, reason: str) -> None:
        """Call after all."""
        self._did(services.reopen_callback(reason=reason, **self._act()))

    def pause(self, reason: PauseReason, *, days: int) -> None:
        """Wait for the resident."""
        until = self.calendar.add_days(self.at, days)
        self._did(services.pause_callback(pause_reason=reason, until=until, **self._act()))

    def write_or_visit(self, choice: PauseReason, *, days: int) -> None:
        """A letter or a visit after three failed attempts."""
        until = self.calendar.add_days(self.at, days)
        self._did(services.choose_next_step(choice=choice, until=until, phone="", **self._act()))

    def try_another_number(self) -> None:
        """Another number was found."""
        phone = f"+31360{900_000 + self.number:06d}"
        self._did(services.choose_next_step(choice="retry", until=None, phone=phone, **self._act()))

    def resume(self) -> None:
        """The resident moved, unless the machine saw the end of the pause first."""
        if self.callback.paused_until is not None:
            self._did(services.resume_callback(**self._act()))

    def cancel(self) -> None:
        """The caller withdraws it, at the desk that wrote it down."""
        desk = next(one for one in self.cast.desk if one.pk == self.callback.registered_by_id)
        self._did(services.cancel_callback(callback_id=self.callback.pk, by=desk, at=self.at))

    def _call(
        self,
        result: AttemptResult,
        note: str,
        *,
        again_at: datetime | None = None,
        outcome: CallbackOutcome | None = None,
    ) -> None:
        self.attempts += 1
        key = demo_key(self.number * ATTEMPT_NUMBERS + self.attempts)
        self._did(
            services.log_attempt(
                submission_key=key,
                result=result,
                note=note,
                again_at=again_at,
                outcome=outcome,
                **self._act(),
            )
        )

    def _act(self) -> dict[str, Any]:
        """Which request, by whom, when."""
        return {"callback_id": self.callback.pk, "by": self.handler, "at": self.at}

    def _did(self, callback: CallbackRequest) -> None:
        self.callback = callback

    def _about(self, median: float) -> float:
        return median * self.rng.lognormvariate(0, SPREAD)
