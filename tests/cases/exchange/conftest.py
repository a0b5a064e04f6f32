"""A desk with calls of every kind, and the means to let them out, wipe them and read them in."""

import io
import json
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from budgets.requests.models import BudgetRequest
from cases.callbacks.services import Caller, CallWish, register_callback
from cases.contacts.models import Contact, ContactQuestion, QuestionResult
from cases.exchange.lines import Line, read_lines, to_line
from cases.exchange.services import Selection, create_export, register_import
from cases.models import (
    AddedQuestion,
    AdviceRequest,
    Application,
    CallbackAnswer,
    CallbackAttempt,
    CallbackReminder,
    CallbackRequest,
    CallbackStep,
    CallbackSubject,
    CaseDirection,
    ConferenceItem,
    ConfirmationLetter,
    Consent,
    Decision,
    Document,
    Evaluation,
    Feedback,
    FileColleague,
    FileEvaluation,
    FileLine,
    FileLook,
    FileRelation,
    Goal,
    Handover,
    HelpRequest,
    InvestigationReport,
    ItemAgreement,
    ItemInvitation,
    KitchenTableTalk,
    MatchRequest,
    NotificationReminder,
    NotificationStep,
    Objection,
    OutreachAttempt,
    Paper,
    Party,
    Plan,
    PlanAction,
    Provision,
    Referral,
    ReportVersion,
    Resident,
    ResidentBsn,
    ResidentFile,
    SafetyCode,
    SafetyCodeBar,
    SafetyCodeColleague,
    SafetyCodeReport,
    SafetyCodeStep,
    SecretAddress,
    Signal,
    TalkAgreement,
    TalkCard,
    TalkColleague,
    Task,
    TermLetter,
    TermPause,
    Triage,
    Waakvlam,
    WaakvlamContact,
    WmoNotification,
)
from cases.residents.models import NAME_FIELDS
from cases.residents.services import SafeContact
from tests.factories.cases import MONDAY
from tests.factories.contacts import ContactFactory, ContactQuestionFactory

WORK = (
    BudgetRequest,
    Objection,
    Provision,
    Decision,
    TermLetter,
    TermPause,
    Application,
    Paper,
    PlanAction,
    Goal,
    Evaluation,
    Plan,
    Document,
    ItemAgreement,
    Task,
    ItemInvitation,
    ConferenceItem,
    Handover,
    SafetyCodeReport,
    SafetyCodeStep,
    SafetyCodeColleague,
    SafetyCodeBar,
    SafetyCode,
    OutreachAttempt,
    Signal,
    WaakvlamContact,
    Waakvlam,
    AdviceRequest,
    Referral,
    Feedback,
    Consent,
    MatchRequest,
    FileEvaluation,
    FileRelation,
    FileLook,
    FileLine,
    FileColleague,
    CaseDirection,
    HelpRequest,
    ResidentFile,
    ReportVersion,
    InvestigationReport,
    TalkAgreement,
    TalkCard,
    TalkColleague,
    KitchenTableTalk,
    ConfirmationLetter,
    Triage,
    NotificationReminder,
    NotificationStep,
    WmoNotification,
    Party,
    ResidentBsn,
    SecretAddress,
    ContactQuestion,
    Contact,
    AddedQuestion,
    CallbackAnswer,
    CallbackReminder,
    CallbackAttempt,
    CallbackStep,
    CallbackRequest,
    Resident,
)
OF_THE_CARD = set(NAME_FIELDS) | {"version", "other_phone", "email", "deceased_on", "moved_on"}
"""What the team keeps of a resident and the standard has no field for."""
LEFT_OUT = {"id", "created_at", "article", "help_question", *OF_THE_CARD}
RESULT = QuestionResult


@pytest.fixture
def monday(time_machine: Any, calendar_data: None) -> datetime:
    """The clock stands still on a working Monday at ten."""
    time_machine.move_to(MONDAY, tick=False)
    return MONDAY


def promise(cast: SimpleNamespace, number: int, *, at: datetime = MONDAY, **own: Any) -> Any:
    """A request of a caller of its own, written down by the desk."""
    wish = {
        "subject": CallbackSubject.objects.get(code="geld"),
        "question": f"Kan ik hulp krijgen? {number}",
        "urgency": "normaal",
    }
    told = {"name": f"Beller {number}", "is_anonymous": False, "phone": f"+3161234{number:04d}"}
    told |= {"postcode": "1315AA", "house_number": number, "house_suffix": "A"}
    for name in list(own):
        (told if name in Caller.__dataclass_fields__ else wish)[name] = own.pop(name)
    key = uuid.uuid5(uuid.NAMESPACE_OID, f"belofte {number}")
    caller, wanted = Caller(**told), CallWish(**wish)
    by = cast.contact_centre
    return register_callback(submission_key=key, caller=caller, wish=wanted, by=by, at=at)


def call(cast: SimpleNamespace, desk: Any, *asked: dict[str, Any], **own: Any) -> Contact:
    """A call that ended now, with its questions in order."""
    own.setdefault("opened_at", MONDAY - timedelta(minutes=4))
    own.setdefault("ended_at", MONDAY)
    contact = ContactFactory(employee=cast.contact_centre, desk=desk, **own)
    for position, each in enumerate(asked, start=1):
        ContactQuestionFactory(contact=contact, position=position, **each)
    return contact


@pytest.fixture
def town(monday: datetime, cast: SimpleNamespace, desk: Any) -> SimpleNamespace:
    """Calls of every kind: answered, referred, wrong number, promised, joined, and no call."""
    wonen = CallbackSubject.objects.get(code="wonen")
    bare = promise(cast, 1, urgency="spoed")
    card = SafeContact(
        may_be_called=False,
        hide_municipality=True,
        call_from=time(9),
        call_until=time(11, 30),
        language="Turks",
        needs_interpreter=True,
    )
    secret = promise(cast, 2, address_secret=True, card=card)
    nobody = promise(cast, 3, name="", is_anonymous=True)
    own = {"callback": secret, "result": RESULT.CALLBACK, "question": secret.question}
    call(cast, desk, own, {"subject": wonen}, resident=secret.resident)
    call(cast, desk, {"callback": nobody, "result": RESULT.CALLBACK}, resident=nobody.resident)
    call(cast, desk, {"result": RESULT.REFERRED, "referred_to": "é" * 120, "with_help_desk": True})
    call(cast, desk, {"result": RESULT.WRONG_NUMBER, "subject": None, "question": ""})
    later = {"opened_at": MONDAY, "ended_at": MONDAY + timedelta(minutes=5)}
    join = {"callback": bare, "result": RESULT.CALLBACK, "question": "En de huur?"}
    again = call(cast, desk, join, resident=bare.resident, **later)
    AddedQuestion.objects.create(
        callback=bare,
        resident=bare.resident,
        submission_key=uuid.uuid5(again.uuid, "1"),
        subject=join.get("subject", bare.subject),
        question="En de huur?",
        added_at=again.ended_at,
        added_by=again.employee,
    )
    return SimpleNamespace(bare=bare, secret=secret, nobody=nobody, again=again)


def exported(selection: Selection | None = None) -> bytes:
    """The file as it is now."""
    out = io.BytesIO()
    create_export(out=out, selection=selection or Selection(), by=None)
    return out.getvalue()


def objects(file: bytes) -> list[dict[str, Any]]:
    """The lines of a file."""
    return [json.loads(line) for line in file.splitlines()]


def lines_of(file: bytes, folder: Any) -> Callable[[], Iterator[Line]]:
    """The file as the import reads it, from disk."""
    path = folder / "in.jsonl"
    path.write_bytes(file)
    return lambda: read_lines(path)


@pytest.fixture
def read_in(tmp_path: Any) -> Callable[..., Any]:
    """Import a file, or a list of objects."""

    def run(file: bytes | list[Any], **own: Any) -> Any:
        raw = file if isinstance(file, bytes) else b"".join(map(to_line, file))
        at = own.pop("at", MONDAY + timedelta(hours=1))
        return register_import(lines=lines_of(raw, tmp_path), by=None, at=at, **own)

    return run


def wipe() -> None:
    """Nothing of the work is left; the organisation and the lists stay."""
    for model in WORK:
        if model is Handover:  # what took another one back goes first
            Handover.objects.filter(returns__isnull=False).delete()
        model.objects.all().delete()


def rows() -> dict[str, list[Any]]:
    """Every row of the work, with what it points to said by its uuid."""
    people = dict(CallbackRequest.objects.values_list("resident_id", "submission_key"))
    keys = dict(CallbackRequest.objects.values_list("pk", "submission_key"))
    calls = dict(Contact.objects.values_list("pk", "uuid"))
    tables = {}
    for model in (Resident, CallbackRequest, AddedQuestion, Contact, ContactQuestion):
        names = [field.name for field in model._meta.fields if field.name not in LEFT_OUT]
        found = []
        for row in model.objects.values("pk", *names):
            pk = row.pop("pk")
            if model is Resident:
                row["of"] = people.get(pk)
                if row["of"] is None:  # known, and never promised a call
                    continue
            row |= {"resident": people.get(row["resident"])} if "resident" in row else {}
            row |= {"callback": keys.get(row["callback"])} if "callback" in row else {}
            row |= {"contact": calls.get(row["contact"])} if "contact" in row else {}
            found.append(sorted((name, str(value)) for name, value in row.items()))
        tables[model.__name__] = sorted(found)
    return tables
