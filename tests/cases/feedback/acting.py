"""The acts on feedback as the tests ask for them."""

import uuid
from datetime import timedelta

from cases.advice.models import Recipient
from cases.feedback import services
from cases.models import RecipientKind
from tests.factories.cases import MONDAY

TODAY, DAY = MONDAY.date(), timedelta(days=1)


def practice(code="huisarts", organisation="Huisartsen Haven", name=""):
    return Recipient(None, RecipientKind.objects.get(code=code), name, organisation)


def name(file, by, recipient=None, **own):
    facts = {"referred_on": TODAY, "due_on": TODAY + 14 * DAY, "submission_key": uuid.uuid4()}
    return services.name_referrer(
        file_id=file.pk, recipient=recipient or practice(), by=by, **facts | own
    )


def send(feedback, by, phrase="helped", way="phone", told_on=TODAY):
    return services.send_feedback(
        feedback_id=feedback.pk, phrase=phrase, way=way, told_on=told_on, by=by
    )


def drop(feedback, by, why_not="refused"):
    return services.drop_feedback(feedback_id=feedback.pk, why_not=why_not, by=by)
