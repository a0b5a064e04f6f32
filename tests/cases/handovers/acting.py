"""The acts on a hand-over as the tests ask for them."""

import uuid

from cases.handovers import services
from cases.handovers.manifest import open_items
from cases.handovers.models import Handover, Offer, WarmTalk
from cases.handovers.services.offering import Draft
from tests.factories.cases import MONDAY

TODAY = MONDAY.date()
TALK = WarmTalk(TODAY, "Handler en Ada", "Ada belt morgen.", with_resident=True)


def draft_to(team, **own):
    told = {"expertise": "debt", "urgency": "normal", "agreed": "resident"}
    offer = own.pop("offer", Offer("Het gaat om schulden.", "Te zwaar.", "Zij wil het."))
    return Draft(to_team=team, offer=offer, **told | own)


def save(file, by, team, **own):
    kept = {name: own.pop(name) for name in ("handover_id", "version", "at") if name in own}
    key = own.pop("submission_key", None) or uuid.uuid4()
    draft = draft_to(team, **own)
    return services.save_handover(submission_key=key, file_id=file.pk, draft=draft, by=by, **kept)


def offer(file, by, team, **own):
    made = save(file, by, team, **own)
    return services.offer_handover(handover_id=made.pk, version=made.version, by=by)


def choices_of(handover, day=TODAY, **own):
    """What is chosen at first, or what a test wants for a kind of item."""
    handover = Handover.objects.select_related("file", "to_team").get(pk=handover.pk)
    items = open_items(handover.file, handover.to_team, day)
    return {item.key: own.get(item.key.partition(":")[0], item.usual) for item in items}


def accept(handover, by, director=None, chosen=None, talk=TALK, **own):
    current = Handover.objects.get(pk=handover.pk)
    return services.accept_handover(
        handover_id=handover.pk,
        version=own.pop("version", current.version),
        director=director or by,
        chosen=choices_of(handover) if chosen is None else chosen,
        talk=talk,
        by=by,
        **own,
    )


def refuse(handover, by, reason="full", words="Geen plek."):
    return services.refuse_handover(handover_id=handover.pk, reason=reason, words=words, by=by)


def withdraw(handover, by):
    return services.withdraw_handover(handover_id=handover.pk, words="Toch niet.", by=by)


def ask(handover, by, words="Welke schulden?"):
    return services.ask_about_handover(handover_id=handover.pk, words=words, by=by)


def explain(handover, by, words="Huur en zorg."):
    return services.explain_handover(handover_id=handover.pk, words=words, by=by)


def drop(handover, by):
    return services.drop_agreement(handover_id=handover.pk, words="Toch niet.", by=by)


def early(handover, by):
    return services.open_early(handover_id=handover.pk, words="Het is te kort.", by=by)
