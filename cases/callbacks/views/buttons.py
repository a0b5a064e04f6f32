"""Which buttons a request shows: what the grant table allows and the lifecycle offers."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from cases.callbacks.lifecycle import LIFECYCLE
from cases.callbacks.models import CallbackRequest
from cases.permissions import Action


@dataclass(frozen=True)
class Button:
    """One thing to do now; ``posts`` at once, or opens a page with a form."""

    label: str
    url: str
    posts: bool
    primary: bool = False


OFFERED = (
    # action, step of the lifecycle, URL name, posts at once, primary
    (Action.CLAIM_CALLBACK, "claim", "callback-claim", True, True),
    (Action.LOG_ATTEMPT, "attempt", "callback-attempt", False, True),
    (Action.CHOOSE_NEXT_STEP, "retry", "callback-next-step", False, True),
    (Action.RESUME_CALLBACK, "resume", "callback-resume", True, True),
    (Action.CLOSE_CALLBACK, "close", "callback-close", False, False),
    (Action.PAUSE_CALLBACK, "pause", "callback-pause", False, False),
    (Action.ASSIGN_CALLBACK, "assign", "callback-assign", False, False),
    (Action.FORWARD_CALLBACK, "forward", "callback-forward", False, False),
    (Action.RELEASE_CALLBACK, "release", "callback-release", True, False),
    (Action.REOPEN_CALLBACK, "reopen", "callback-reopen", False, False),
)
WORDS = {"retry": "Vervolg kiezen"}


def buttons_for(callback: CallbackRequest, allowed: Collection[Any]) -> list[Button]:
    """The buttons for what is allowed and possible with this request now, most likely first."""
    return [
        Button(
            label=WORDS.get(step, LIFECYCLE.steps[step].label),
            url=reverse(name, args=[callback.pk]),
            posts=posts,
            primary=primary,
        )
        for action, step, name, posts, primary in OFFERED
        if action in allowed and LIFECYCLE.allows(step, callback.state)
    ]
