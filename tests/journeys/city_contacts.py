"""Running calls and one that ended, for the test city."""

from typing import Any

from django.utils import timezone

from cases.callbacks.services import CallWish
from cases.contacts.services import Asked, finish_call, open_call, save_call
from cases.models import CallbackSubject, CallDraft, QuestionResult
from common.autosave import Stamp
from tests.journeys.city import LONG_NAME, LONG_WORD, RTL, City

ASKED = "Kan de huur van december niet betalen en durft de post niet meer te openen."


def furnish(city: City) -> None:
    """An empty call, one in full swing, one that tries the screen, and a contact that ended."""
    city.things["contact"] = _ended(city)
    geld = str(CallbackSubject.objects.get(code="geld").pk)
    caller = {"name": "Mw. van der Berg", "phone": "06 12340000", "postcode": "1363 AB"}
    question = {"q0-subject": geld, "q0-question": ASKED, "q0-result": "callback"}
    city.things["call"] = _call(city, **caller, **question).pk
    second = {f"q1-{name}": text for name, text in (("question", RTL), ("result", "referred"))}
    long = {"q0-question": LONG_WORD, "q0-subject": geld, "q0-result": "answered"}
    city.things["call-long"] = _call(city, name=LONG_NAME, count="2", **long, **second).pk
    city.things["call-empty"] = open_call(by=city.people["contact_centre"]).pk


def _call(city: City, **typed: str) -> CallDraft:
    """A call in which this was typed."""
    by = city.people["contact_centre"]
    draft = open_call(by=by)
    kept = {name: [text] for name, text in typed.items()}
    return save_call(call_id=draft.pk, typed=kept, stamp=Stamp(1, "city"), by=by)


def _ended(city: City) -> int:
    """A call with an answer, a promise and a referral."""
    by, subjects = city.people["contact_centre"], CallbackSubject.objects
    geld, wonen = subjects.get(code="geld"), subjects.get(code="wonen")
    asked: list[Any] = [
        Asked(1, geld, "Wat kost hulp bij schulden?", QuestionResult.ANSWERED),
        Asked(
            2,
            wonen,
            ASKED,
            QuestionResult.CALLBACK,
            wish=CallWish(subject=wonen, question=ASKED, urgency="normaal"),
        ),
        Asked(3, geld, "", QuestionResult.REFERRED, referred_to="de woningcorporatie"),
    ]
    caller = city.caller(70)
    contact = finish_call(
        call_id=open_call(by=by).pk,
        channel="telefoon",
        asked=asked,
        caller=caller,
        by=by,
        at=timezone.now(),
    )
    return contact.pk
