"""Nobody outside can tell whether there is a meldcode: not a byte, a number or a word (MC-5)."""

import re
import uuid
from io import BytesIO
from types import SimpleNamespace
from typing import Any
from zipfile import ZipFile, is_zipfile

import pytest
import time_machine
from django.apps import apps
from django.conf import settings
from django.core import mail
from django.test import Client
from django.urls import reverse

from audit.models import AuditEvent
from cases.dossiers.models import FileRole
from cases.exchange.services import create_export
from cases.exchange.services.exporting import Selection
from cases.handovers.manifest import open_items
from cases.meldcode import services
from cases.meldcode.tasks import look_after_safety
from cases.models import SafetyCode
from cases.residents.models import Resident
from cases.residents.services import merge_residents, undo_merge
from clusters.models import Notice
from clusters.notices.mail_round import run_mail_round
from clusters.operations.models import SweepRun
from tests.cases.handovers.acting import offer
from tests.cases.meldcode.acting import CONSULT, TALK, UNSAFE, admit, bar, opened, report, step
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY, CallbackFactory, ResidentFactory
from tests.factories.dossiers import FileColleagueFactory, HelpRequestFactory
from tests.factories.intakes import NotificationFactory
from tests.factories.login import sign_in
from tests.factories.meldcode import DAY, TODAY, OfficerFactory
from tests.permissions.matrix import MATRIX
from tests.permissions.rows import PEOPLE
from tests.permissions.test_matrix import undone

CANARY = "Kanarie"
OWN = re.compile(
    r'name="(csrfmiddlewaretoken|submission_key)" value="[\w-]+"|nonce-[\w+/=-]+|nonce="[^"]+"'
)
"""What is another on every page, whatever is in the database."""
NEAR = (
    "team_worker",
    "team_manager",
    "outsider_worker",
    "city_hall_team",
    "barred",
    "reader",
)
"""Who may come near the dossier; of the others the pages that they reach at all are enough."""
CHANGES_BY_ITSELF = {"audit-trail", "operations", "health"}
"""The trail grows by reading (its own test below); the others tell the time of a sweep."""


@pytest.fixture
def town(file: Any, cast: SimpleNamespace, noord: Any, olga: Any) -> SimpleNamespace:
    """A dossier with everything around it, offered to the team of the outsiders."""
    mate = MembershipFactory(user__username="mate", team=noord).user
    inside = MembershipFactory(user__username="inside", team=noord).user
    barred = MembershipFactory(user__username="barred", team=noord).user
    reader = MembershipFactory(user__username="reader", team=noord).user
    for person in (cast.team_worker, inside):
        FileColleagueFactory(file=file, employee=person)
    FileColleagueFactory(file=file, employee=cast.city_hall_team, role=FileRole.ADVISER)
    FileColleagueFactory(file=file, employee=reader, role=FileRole.PREVIEW)
    OfficerFactory(employee=barred, team=noord)
    OfficerFactory(employee=mate, team=noord, valid_until=TODAY - DAY)
    OfficerFactory(employee=cast.team_worker, team=cast.elsewhere)
    HelpRequestFactory(file=file)
    melding = NotificationFactory(resident=file.resident, team=noord, handler=cast.team_worker)
    handover = offer(file, cast.handler, cast.elsewhere)
    not_outside = ("elsewhere", "handler", "outsider", "other_desk")
    outside = {name: who for name, who in vars(cast).items() if name not in not_outside}
    outside |= {"mate": mate, "barred": barred, "reader": reader}
    return SimpleNamespace(
        file=file, melding=melding, handover=handover, outside=outside, inside=inside, olga=olga
    )


def begin(town: SimpleNamespace, holder: Any) -> SafetyCode:
    """A meldcode with a canary in every word, a late day, and everybody inside told."""
    code = opened(town.file.resident, holder, words=f"{CANARY} signaal", persons=[f"{CANARY} kind"])
    bar(code, holder, town.outside["barred"])
    admit(code, holder, town.inside)
    step(code, holder, 2, {**CONSULT, "colleague": f"{CANARY} collega"}, words=f"{CANARY} overleg")
    step(code, holder, 3, {**TALK, "with_whom": f"{CANARY} moeder"}, words=f"{CANARY} gesprek")
    step(code, holder, 4, UNSAFE, words=f"{CANARY} weging")
    decision = {"reports": "no", "helps": "yes", "reason": f"{CANARY} reden"}
    step(code, holder, 5, decision, words=f"{CANARY} besluit", days=1)
    made = report(code, holder, words=f"{CANARY} melding", reference=f"{CANARY} nummer")
    words = f"{CANARY} terugkoppeling"
    services.note_feedback(
        code_id=code.pk, report_id=made.uuid, heard_on=TODAY, words=words, by=holder
    )
    services.remind_of_codes(at=MONDAY + 20 * DAY)
    return code


def addresses(town: SimpleNamespace, name: str) -> dict[str, str]:
    """Every page without a thing that this person reaches; near it also those about it."""
    about = {
        "": [],
        "file": [town.file.pk],
        "resident": [town.file.resident_id],
        "notification": [town.melding.pk],
        "notification-mine": [town.melding.pk],
        "handover": [town.handover.pk],
    }
    role = name if name in PEOPLE else "team_worker"
    found = {
        page: reverse(page, args=about[row.about])
        for page, row in MATRIX.items()
        if row.method == "get" and row.about in about and page not in CHANGES_BY_ITSELF
        if (name in NEAR if row.about else row.status_for(role) == 200)
    }
    for page in {"file-list", "handover-list", "safety-list"} & set(found):
        for tab in ("team", "mijn", "afgerond", "afgesloten"):
            found[f"{page}-{tab}"] = f"{reverse(page)}?selectie={tab}"
    return found


def pages_of(town: SimpleNamespace, who: str, person: Any) -> dict[str, Any]:
    """Status, headers and body of every page, without what is another each time."""
    client, found = Client(), {}
    sign_in(client, person)
    for name, url in addresses(town, who).items():
        answer = client.get(url)
        streams = answer.streaming
        body = b"".join(answer.streaming_content) if streams else answer.content
        headers = sorted((key, OWN.sub("", value)) for key, value in answer.headers.items())
        if is_zipfile(BytesIO(body)):
            body, headers = unpacked(body), [row for row in headers if row[0] != "Content-Length"]
        found[name] = (answer.status_code, headers, OWN.sub("", body.decode(errors="replace")))
    return found


def unpacked(book: bytes) -> bytes:
    """What is in a workbook; its envelope holds the second in which it was packed."""
    with ZipFile(BytesIO(book)) as parts:
        return b"".join(name.encode() + parts.read(name) for name in sorted(parts.namelist()))


def test_no_page_of_anybody_outside_differs_by_a_byte(town, cast):
    with time_machine.travel(MONDAY + DAY, tick=False):
        with undone():
            before = {}
            for name, person in town.outside.items():
                with undone():
                    before[name] = pages_of(town, name, person)
        code = begin(town, cast.handler)
        for name, person in town.outside.items():
            with undone():
                after = pages_of(town, name, person)
            changed = [page for page in after if after[page] != before[name][page]]
            assert changed == [], name
            assert CANARY not in str(after)
        counted = [status for status, *_ in before["team_worker"].values()]
        assert counted.count(200) > 30
        for person in (cast.handler, town.inside, town.olga):
            with undone():
                client = Client()
                sign_in(client, person)
                assert str(code) in client.get(reverse("safety-list")).content.decode()


def test_nothing_around_it_knows(town, cast):
    file, day = town.file, TODAY
    rows = {
        model: list(model._base_manager.values())
        for model in apps.get_models()
        if model.__name__
        in ("ResidentFile", "FileLine", "Resident", "Handover", "Task", "FileLook", "Consent")
    }
    items = open_items(file, town.handover.to_team, day)
    out = BytesIO()
    create_export(out=out, selection=Selection(day - 9 * DAY, day + DAY), by=None)

    begin(town, cast.handler)

    for model, kept in rows.items():
        assert list(model._base_manager.values()) == kept, model
    assert open_items(file, town.handover.to_team, day) == items
    again = BytesIO()
    create_export(out=again, selection=Selection(day - 9 * DAY, day + DAY), by=None)
    assert again.getvalue() == out.getvalue()


def test_no_word_is_in_the_database_a_notice_a_mail_or_a_log(town, cast, caplog, capfd):
    begin(town, cast.handler)
    run_mail_round(at=MONDAY + 20 * DAY)

    for model in apps.get_models():
        if model._meta.app_label in [name.split(".")[0] for name in settings.LOCAL_APPS]:
            for row in model._base_manager.values():
                raw = {
                    key: bytes(value) if isinstance(value, memoryview) else value
                    for key, value in row.items()
                }
                assert CANARY not in str(raw), model
    told = Notice.objects.filter(dedup_key__startswith="safety:")
    assert {notice.person.username for notice in told} == {"handler", "inside", "olga"}
    secret = (CANARY, town.file.resident.name, "meldcode", "Veilig Thuis")
    texts = [notice.text for notice in told] + [
        f"{sent.subject} {sent.body}" for sent in mail.outbox
    ]
    assert not [text for text in texts if any(word in text for word in secret)]
    assert CANARY not in caplog.text + str(capfd.readouterr())


def test_the_page_of_the_worker_counts_nothing(town, cast, time_machine):
    begin(town, cast.handler)
    SafetyCode.objects.update(told=0, remind_at=MONDAY, next_on=TODAY - DAY)
    before = Notice.objects.count()

    assert look_after_safety() == 0

    assert Notice.objects.count() > before
    assert not SweepRun.objects.exists()


def test_the_trail_shows_it_to_who_gives_a_reason_only(town, cast, client):
    begin(town, cast.handler)
    person, address = cast.privacy_officer, reverse("audit-trail")
    holder = Client()
    sign_in(holder, cast.handler)
    for name in ("safety-detail", "safety-persons"):
        holder.get(reverse(name, args=[SafetyCode.objects.get().pk]))
    stranger = Client()
    sign_in(stranger, cast.team_manager)
    stranger.get(reverse("safety-detail", args=[SafetyCode.objects.get().pk]))
    sign_in(client, person)
    for query in (
        {},
        {"bewoner": town.file.resident_id},
        {"medewerker": cast.handler.pk},
        {"gebeurtenis": "safety.opened"},
        {"pagina": "safety-detail"},
        {"geweigerd": "on"},
        {"afgeschermd": "nieuwsgierig"},
    ):
        page = client.get(address, query).content.decode()
        rows = page.partition("<tbody>")[2].lower()
        assert "meldcode" not in rows, query
        assert "safety" not in rows, query

    page = client.get(address, {"afgeschermd": "klacht"}).content.decode()

    assert "opende meldcode" in page
    line = AuditEvent.objects.filter(code="audit.closed_read").get()
    assert line.purpose == "Klacht of incident"


def test_every_event_of_the_room_is_a_line_that_the_trail_hides(town, cast):
    code = begin(town, cast.handler)
    rows = AuditEvent.objects.filter(object_type__startswith="cases.safety")
    assert rows.filter(object_id=str(code.pk)).exists()
    assert not rows.exclude(code__startswith="safety.").exists()


def test_two_cards_become_one_and_the_meldcode_goes_along_unseen(town, cast, noord):
    code, stays = begin(town, cast.handler), ResidentFactory()
    CallbackFactory(resident=stays, team=noord, claimed=True, handler=cast.team_worker)
    gone = town.file.resident
    pair = reverse("resident-merge", args=[stays.pk, gone.pk])
    client = Client()
    sign_in(client, cast.team_worker)
    page = client.get(pair)
    assert page.status_code == 200
    assert "meldcode" not in page.content.decode().partition("<main")[2].lower()

    versions = tuple(Resident.objects.get(pk=who.pk).version for who in (stays, gone))
    merged = merge_residents(
        submission_key=uuid.uuid4(),
        winner_id=stays.pk,
        loser_id=gone.pk,
        versions=versions,
        picks={},
        reason="zelfde mens",
        by=cast.team_worker,
    )
    moved = SafetyCode.objects.visible_to(cast.handler).get()
    assert (moved, moved.resident_id, moved.persons) == (code, stays.pk, [f"{CANARY} kind"])
    assert set(moved.steps.values_list("resident_id", flat=True)) == {stays.pk}
    assert not SafetyCode.objects.visible_to(cast.team_worker).exists()
    undo_merge(merge_id=merged.pk, by=cast.team_worker)
    assert SafetyCode.objects.get().resident_id == gone.pk
