"""The acts on an aanvraag as the tests ask for them."""

import uuid
from datetime import timedelta
from decimal import Decimal

from cases.decisions import services
from cases.decisions.letter import decision_letter
from cases.decisions.models import Application, Decision, Provision
from cases.decisions.services import Draft, Granted, Received
from cases.intakes.letter import stamp_of
from tests.factories.cases import MONDAY
from tests.factories.mandates import ProviderFactory

TODAY, DAY = MONDAY.date(), timedelta(days=1)
WORDS = "U heeft hulp nodig bij uw administratie."


def file_one(melding, by, ground="form", day=TODAY, **own):
    told = {"submission_key": uuid.uuid4(), "ground": ground, "received_on": day}
    return services.file_application(notification_id=melding.pk, by=by, **told | own)


def pause(application, by, asked=TODAY, until=TODAY + 7 * DAY, **own):
    told = {"submission_key": uuid.uuid4(), "ground": "incomplete", "words": "Uw polis."} | own
    return services.pause_term(
        application_id=application.pk, asked_on=asked, until_on=until, by=by, **told
    )


def draft(application, by, version=0, **own):
    told = {
        "outcome": "granted",
        "refusal": "",
        "hearing": "",
        "heard_on": None,
        "review_on": None,
        "motivation": WORDS,
    }
    return services.save_draft(
        application_id=application.pk, draft=Draft(**told | own), version=version, by=by
    )


def grant(application, by, product, key=None, **own):
    told = {
        "product": product,
        "is_granted": True,
        "volume": Decimal("2.5"),
        "frequency": "week",
        "since": TODAY,
        "until": TODAY + 364 * DAY,
        "form": "zin",
        "provider": ProviderFactory(),
        "yearly_cents": None,
    }
    return services.add_provision(
        submission_key=key or uuid.uuid4(),
        application_id=application.pk,
        granted=Granted(**told | own),
        by=by,
    )


def written(application, by, product, **own):
    """A whole draft that grants one product; the decision as it now is."""
    draft(application, by, **own)
    grant(application, by, product)
    return Decision.objects.get(application=application)


def decide(application, by, version=None):
    if version is None:
        version = Decision.objects.get(application=application).version
    return services.decide(application_id=application.pk, version=version, by=by)


def send(application, by, stamp=None, way="post"):
    found = Decision.objects.select_related("decided_by").get(application=application)
    found.application = Application.objects.select_related(
        "notification", "resident", "revises__application"
    ).get(pk=application.pk)
    lines = list(found.provisions.select_related("product", "provider"))
    shown = stamp_of(decision_letter(found, lines, TODAY))
    return services.send_decision(
        application_id=application.pk, way=way, stamp=stamp or shown, by=by
    )


def revise(application, by, ground="no_need", day=TODAY, **own):
    told = {"submission_key": uuid.uuid4(), "ground": ground, "received_on": day} | own
    return services.revise_decision(application_id=application.pk, by=by, **told)


def withdrawal(application, by, day=TODAY + 7 * DAY, **own):
    """A whole draft that withdraws the decision of which this is the revision."""
    told = {"outcome": "withdrawn", "hearing": "declined", "effective_on": day} | own
    draft(application, by, **told)
    return Decision.objects.get(application=application)


def change(application, by, product, day=TODAY + 7 * DAY, **own):
    """A whole draft that changes it: one product from that day."""
    withdrawal(application, by, day, outcome="changed", **own)
    grant(application, by, product, since=day, until=day + 100 * DAY)
    return Decision.objects.get(application=application)


def object_to(application, by, day=TODAY, committee=False, **own):
    told = {"submission_key": uuid.uuid4()} | own
    received = Received(received_on=day, with_committee=committee, words="Het is te weinig.")
    return services.register_objection(
        application_id=application.pk, received=received, by=by, **told
    )


def granted_before(sent):
    """What the first decision granted, as the database has it now."""
    return Provision.objects.get(decision__application=sent)
