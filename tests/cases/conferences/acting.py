"""The acts on meetings and points as the tests ask for them."""

import uuid
from datetime import time

from cases.advice.models import Recipient
from cases.conferences import services
from cases.conferences.models import Brought, Facts, Inviting, Owner, SeriesFacts
from cases.models import DataCategory, RecipientKind
from clusters.models import Membership
from tests.factories.conferences import DAY, TODAY

WORDS = {"topic": "debts", "ask": "Wat kan W&I doen?", "summary": "Zes schuldeisers."}


def seat(person):
    return Membership.objects.select_related("user", "team").get(user=person)


def guest(person, code=""):
    """A colleague, or with ``code`` a linking pin of that kind."""
    kind = RecipientKind.objects.get(code=code) if code else None
    return Recipient(seat(person), kind)


def outside(code="huisarts", name="D. Dokter", organisation="Praktijk Haven"):
    return Recipient(None, RecipientKind.objects.get(code=code), name, organisation)


def facts(chair, **own):
    kept = {"starts_at": time(9), "minutes": 60, "place": "Stadhuis", "weeks": 1}
    return SeriesFacts(chair=chair, **(kept | {"on_closed_day": "move"} | own))


def start(by, chair, team=None, district=None, first_on=TODAY, **own):
    key = own.pop("submission_key", None) or uuid.uuid4()
    return services.create_series(
        submission_key=key,
        owner=Owner(team, district),
        first_on=first_on,
        facts=facts(chair, **own),
        by=by,
    )


def move(conference, by, days=1, words="Zaal bezet.", version=None):
    told = Facts(conference.held_on + days * DAY, time(9), "Stadhuis")
    return services.move_conference(
        conference_id=conference.pk,
        version=version or conference.version,
        facts=told,
        words=words,
        by=by,
    )


def cancel(conference, by, words="Iedereen is ziek.", version=None):
    return services.cancel_conference(
        conference_id=conference.pk, version=version or conference.version, words=words, by=by
    )


def close(conference, by):
    return services.close_conference(conference_id=conference.pk, by=by)


def bring(file, by, conference, **own):
    key = own.pop("submission_key", None) or uuid.uuid4()
    codes = own.pop("data", ())
    told = WORDS | {"minutes": 15} | own
    told["data"] = list(DataCategory.objects.filter(code__in=codes))
    return services.bring_item(
        submission_key=key, file_id=file.pk, conference=conference, brought=Brought(**told), by=by
    )


def move_item(item, by, conference):
    return services.move_item(item_id=item.pk, conference=conference, by=by)


def withdraw(item, by, words="Niet meer nodig."):
    return services.withdraw_item(item_id=item.pk, words=words, by=by)


def invite(item, by, *guests, **own):
    return services.invite_guests(item_id=item.pk, inviting=Inviting(guests, **own), by=by)


def uninvite(row, by):
    return services.withdraw_invitation(invitation_id=row.pk, by=by)


def minutes(item, by, words="Vraag uitstel aan.", present=(), version=None):
    item.refresh_from_db(fields=["version"])
    return services.write_minutes(
        item_id=item.pk, version=version or item.version, words=words, present=present, by=by
    )


def agree(item, by, owner, words="Bel de bank.", due_on=TODAY + 7 * DAY, **own):
    key = own.pop("submission_key", None) or uuid.uuid4()
    return services.add_agreement(
        submission_key=key, item_id=item.pk, words=words, owner=owner, due_on=due_on, by=by
    )


def end(agreement, by, step="keep"):
    return services.end_agreement(agreement_id=agreement.pk, step=step, by=by)
