"""The acts on a signal as the tests ask for them."""

import uuid

from cases.intakes.services import Melding, Newcomer
from cases.signals import services
from cases.signals.models import Signal
from tests.factories.signals import DAY, TODAY, told


def version_of(signal):
    return Signal.objects.values_list("version", flat=True).get(pk=signal.pk)


def register(by, **own):
    place = {"postcode": "1315"} if "neighbourhood" not in own else {}
    facts = own.pop("facts", {})
    given = {"submission_key": uuid.uuid4(), "told": told(**facts)}
    return services.register_signal(by=by, **given | place | own)


def take(signal, by):
    return services.take_signal(signal_id=signal.pk, by=by)


def hand(signal, by, person, version=None):
    version = version_of(signal) if version is None else version
    return services.hand_signal(signal_id=signal.pk, version=version, person=person, by=by)


def move(signal, by, neighbourhood, version=None):
    version = version_of(signal) if version is None else version
    return services.move_signal(
        signal_id=signal.pk, version=version, neighbourhood=neighbourhood, by=by
    )


def attempt(signal, by, way="visit", result="unreached", days=5, **own):
    given = {
        "submission_key": uuid.uuid4(),
        "version": version_of(signal),
        "words": "Niemand deed open.",
        "next_on": TODAY + days * DAY,
    }
    return services.log_attempt(signal_id=signal.pk, way=way, result=result, by=by, **given | own)


def clear(signal, by, ground="consent", words="Hij vindt het goed.", version=None):
    version = version_of(signal) if version is None else version
    return services.clear_signal(
        signal_id=signal.pk, version=version, ground=ground, words=words, by=by
    )


def end(signal, by, outcome="nothing", words="Het gaat goed.", version=None, **own):
    version = version_of(signal) if version is None else version
    return services.end_signal(
        signal_id=signal.pk, version=version, outcome=outcome, words=words, by=by, **own
    )


def link(signal, by, target, version=None):
    version = version_of(signal) if version is None else version
    return services.link_signal(signal_id=signal.pk, version=version, target=target, by=by)


def carry(signal, by, key=None, question="Hij eet slecht.", name="Jan Bos"):
    melding = Melding(
        channel="outreach", received_on=TODAY, reported_by="resident", question=question
    )
    return services.carry_to_newcomer(
        signal_id=signal.pk,
        submission_key=key or uuid.uuid4(),
        newcomer=Newcomer(name=name),
        melding=melding,
        team_id=signal.team_id,
        by=by,
    )
