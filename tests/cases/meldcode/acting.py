"""The acts on a meldcode as the tests ask for them."""

import uuid

from cases.meldcode import services
from cases.meldcode.models import SafetyCode, StepFacts
from clusters.models import User
from tests.factories.meldcode import DAY, TODAY

UNSAFE = {"suspicion": "yes", "unsafe": "yes"}
SAFE = {"suspicion": "yes", "unsafe": "no", "help": "yes", "accepted": "yes", "in_time": "yes"}
NOTHING = {"suspicion": "no"}
REPORT = {"reports": "yes", "helps": "no"}
HELP = {"reports": "no", "helps": "yes"}
CONSULT = {"colleague": "Mo", "asked": "no"}
TALK = {"held": "yes", "with_whom": "moeder"}


def fresh(person):
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


def version_of(code):
    return SafetyCode.objects.values_list("version", flat=True).get(pk=code.pk)


def opened(resident, by, words="Blauwe plekken.", done_on=TODAY, days=2, **own):
    told = {"submission_key": uuid.uuid4(), "persons": ["Kind van acht"]}
    return services.open_code(
        resident_id=resident.pk,
        facts=StepFacts(done_on=done_on, words=words),
        next_on=TODAY + days * DAY,
        by=by,
        **told | own,
    )


def step(code, by, number, answers=None, *, words="Zo ging het.", early="", days=5, **own):
    done_on = own.pop("done_on", TODAY)
    told = {"submission_key": uuid.uuid4(), "version": version_of(code)}
    return services.note_step(
        code_id=code.pk,
        number=number,
        facts=StepFacts(done_on=done_on, words=words, early=early, answers=answers or {}),
        next_on=TODAY + days * DAY,
        by=by,
        **told | own,
    )


def to_decision(code, by, answers=None, weighing=None):
    step(code, by, 2, CONSULT)
    step(code, by, 3, TALK)
    step(code, by, 4, weighing or UNSAFE)
    return step(code, by, 5, answers or REPORT)


def report(code, by, **own):
    told = {
        "submission_key": uuid.uuid4(),
        "reported_on": TODAY,
        "way": "phone",
        "reference": "VT-12",
        "words": "Gemeld.",
    }
    return services.report_code(code_id=code.pk, by=by, **told | own)


def end(code, by, outcome="safe", words="Het is veilig.", version=None):
    version = version_of(code) if version is None else version
    return services.end_code(code_id=code.pk, version=version, outcome=outcome, words=words, by=by)


def hand_on(code, by, to, version=None):
    version = version_of(code) if version is None else version
    return services.pass_code(code_id=code.pk, version=version, employee=to, by=by)


def admit(code, by, who):
    return services.admit_colleague(code_id=code.pk, employee=who, by=by)


def bar(code, by, who):
    return services.bar_employee(code_id=code.pk, employee=who, by=by)
