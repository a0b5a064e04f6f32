"""The onderzoeksverslag as a paper; a reaction or a signature makes it another paper."""

import hashlib
from typing import Any

from django.template.loader import render_to_string

from cases.papers.making import Document, Order
from cases.talks.drafting import GROUPS
from cases.talks.models import KitchenTableTalk, ReportVersion


def order_of(sent: ReportVersion) -> Order:
    """The paper of a version as it is at this moment."""
    return Order("report", str(sent.pk), sent.resident_id, mark_of(sent))


def report(source: str) -> Document:
    """The version with the reaction and the signature under it."""
    rows = ReportVersion.objects.select_related("talk__notification", "talk__resident", "sent_by")
    sent = rows.get(pk=source)
    html = render_to_string("cases/talks/report_document.html", letter_of(sent.talk, sent))
    name = f"onderzoeksverslag-{sent.talk.notification}-versie-{sent.number}.pdf"
    return Document(html, render_to_string("cases/talks/report.css"), name, mark_of(sent))


def letter_of(talk: KitchenTableTalk, sent: ReportVersion) -> dict[str, Any]:
    """Everything a version shows, on the screen, on paper and as a file."""
    texts = sent.texts
    return {
        "talk": talk,
        "sent": sent,
        "texts": texts,
        "groups": [
            (heading, [(part, texts.get(part.name, "")) for part in parts])
            for heading, parts in GROUPS
        ],
    }


def mark_of(sent: ReportVersion) -> str:
    """Another one as soon as something is written under it (PP-3).

    It is a digest of the closed columns, so that it tells nobody what was said.
    """
    closed = (sent.content, sent.reaction_words, sent.signed)
    plain = (sent.reaction, sent.reacted_on, sent.signature, sent.signed_on)
    digest = hashlib.sha256("|".join(str(each) for each in plain).encode())
    for column in closed:
        digest.update(hashlib.sha256(bytes(column)).digest())
    return digest.hexdigest()
