"""What an address of the matrix is about: ``THINGS`` maps the ``about`` of a row to a function
of the world (``cast``, ``noord``, ``desk``) that makes it and returns the arguments."""

import uuid
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from cases.intakes.papers import order_of as letter_order
from cases.models import Party, Resident, ResidentBsn, SecretAddress, WmoNotification
from cases.residents.models import HiddenAddress
from cases.residents.services import merge_residents
from cases.talks.papers import order_of as report_order
from tests.cases.brp.extracts import anja, extract
from tests.factories import TeamFactory
from tests.factories.agenda import MeetingFactory, PointFactory
from tests.factories.brp import checked_upload, upload_of
from tests.factories.cases import CallbackFactory, SubjectFactory
from tests.factories.community import OfferFactory, OrganisationFactory
from tests.factories.consents import ConsentFactory, ProfessionalFactory
from tests.factories.contacts import CallDraftFactory, ContactFactory, ContactQuestionFactory
from tests.factories.documents import DocumentFactory
from tests.factories.dossiers import (
    FileColleagueFactory,
    FileFactory,
    FileRelationFactory,
    HelpRequestFactory,
)
from tests.factories.helpdesk import DutyShiftFactory, HelpQuestionFactory
from tests.factories.intakes import LetterFactory, NotificationFactory, SupportRequestFactory
from tests.factories.knowledge import ArticleFactory, NewsFactory, SuggestionFactory
from tests.factories.mandates import MandateFactory
from tests.factories.papers import paper_of
from tests.factories.plans import ActionFactory, EvaluationFactory, GoalFactory, PlanFactory
from tests.factories.procedures import AssessmentFactory, ProcedureFactory
from tests.factories.question_sets import version_with
from tests.factories.talks import (
    AgreementFactory,
    CardFactory,
    ReportFactory,
    TalkFactory,
    VersionFactory,
)
from tests.factories.todos import TaskFactory
from tests.permissions.things_absence import ABSENCE_THINGS
from tests.permissions.things_budgets import BUDGET_THINGS
from tests.permissions.things_chain import CHAIN_THINGS
from tests.permissions.things_decisions import DECISION_THINGS
from tests.permissions.things_handovers import HANDOVER_THINGS
from tests.permissions.things_keeping import KEEPING_THINGS
from tests.permissions.things_safety import SAFETY_THINGS

CLOSED_BSN, CLOSED_POSTCODE = "999990019", "1398QX"

Thing = Callable[[SimpleNamespace], list[Any]]


def _running_call(world: SimpleNamespace) -> list[Any]:
    """A call that the KCC-medewerker of the cast has on the line."""
    return [CallDraftFactory(employee=world.cast.contact_centre, desk=world.desk).pk]


def _ended_contact(world: SimpleNamespace) -> list[Any]:
    return [ContactFactory(employee=world.cast.contact_centre, desk=world.desk).pk]


def _question_set(world: SimpleNamespace) -> list[Any]:
    """A set of a team, with a draft that waits; every call makes another."""
    draft = version_with({"text": "Wie?"}, draft=True, question_set__team=TeamFactory())
    return [draft.question_set_id]


def _agreement(world: SimpleNamespace) -> list[Any]:
    """Something that the handler of the cast must keep."""
    return [PointFactory(agreed=True, owner=world.cast.handler).pk]


def _point_of_today(world: SimpleNamespace) -> list[Any]:
    """A question of the desk that was ticked off in the meeting of today."""
    contact = ContactFactory(desk=world.desk)
    asked = ContactQuestionFactory(contact=contact, result="referred", referred_to="elders")
    return [PointFactory(object_id=asked.pk).pk]


def _resident(world: SimpleNamespace) -> list[Any]:
    """Somebody whose open request is on the handler's desk, with all that is closed."""
    if not hasattr(world, "callback"):
        own = {"team": world.noord, "handler": world.cast.handler}
        world.callback = CallbackFactory(claimed=True, **own)
    number = world.callback.resident_id
    if not ResidentBsn.objects.filter(pk=number).exists():
        ResidentBsn.of(number, CLOSED_BSN).save(force_insert=True)
        address = HiddenAddress(CLOSED_POSTCODE, 1, "", "danger")
        SecretAddress.of(number, address).save(force_insert=True)
    return [number]


def _file(world: SimpleNamespace) -> Any:
    """A dossier of team Noord, directed by the handler."""
    words = "Kanarie in het dossier"
    return FileFactory(team=world.noord, director=world.cast.handler, safety=words)


def _of_file(world: SimpleNamespace, factory: Any, **own: Any) -> list[Any]:
    """A part of such a dossier."""
    part = factory(file=_file(world), **own)
    return [part.file_id, part.pk]


def _plan(world: SimpleNamespace) -> Any:
    """The plan of such a dossier."""
    return PlanFactory(file=_file(world))


def _of_plan(world: SimpleNamespace, factory: Any, **own: Any) -> list[Any]:
    """A part of such a plan."""
    part = factory(**own or {"plan": _plan(world)})
    return [part.file_id, part.pk]


def _party(world: SimpleNamespace) -> list[Any]:
    """Somebody in the household of that resident."""
    number, *_ = _resident(world)
    facts = {"kind": "household", "role": "partner", "name": "K", "valid_from": "2026-01-01"}
    return [number, Party.objects.create(resident_id=number, **facts).pk]


def _pair(world: SimpleNamespace) -> list[Any]:
    """That resident and a twin on the same desk."""
    number, *_ = _resident(world)
    own = {"team": world.noord, "handler": world.cast.handler}
    return [number, CallbackFactory(claimed=True, **own).resident_id]


def _merged(world: SimpleNamespace) -> list[Any]:
    """Two of that desk, merged by the handler."""
    own = {"team": world.noord, "handler": world.cast.handler}
    winner, loser = (CallbackFactory(claimed=True, **own).resident_id for _ in range(2))
    versions = dict(Resident.objects.filter(pk__in=(winner, loser)).values_list("pk", "version"))
    merge = merge_residents(
        winner_id=winner,
        loser_id=loser,
        versions=(versions[winner], versions[loser]),
        submission_key=uuid.uuid4(),
        picks={},
        reason="zelfde mens",
        by=world.cast.handler,
    )
    return [winner, merge.pk]


def _consent(world: SimpleNamespace) -> list[Any]:
    """A consent of that resident."""
    number, *_ = _resident(world)
    return [number, ConsentFactory(resident=Resident.objects.get(pk=number)).pk]


def _professional(world: SimpleNamespace) -> list[Any]:
    """Somebody who helps that resident already."""
    number, *_ = _resident(world)
    return [number, ProfessionalFactory(resident=Resident.objects.get(pk=number)).pk]


def _notification(world: SimpleNamespace, **own: Any) -> list[Any]:
    """A melding of team Noord; with a state it is on the desk of the handler."""
    if own:
        own["handler"] = world.cast.handler
    if hasattr(world, "callback"):  # the one resident whose data is looked for everywhere
        own["resident"] = world.callback.resident
    return [NotificationFactory(team=world.noord, **own).pk]


def _sent_letter(world: SimpleNamespace) -> list[Any]:
    """A melding of the handler whose confirmation went out."""
    args = _notification(world, confirmed=True)
    sent = LetterFactory(notification=WmoNotification.objects.get(pk=args[0]))
    paper_of(letter_order(sent))
    return args


def _supported(world: SimpleNamespace) -> list[Any]:
    """A melding of the handler with a request for support that went out."""
    args = _notification(world, taken=True)
    sent = SupportRequestFactory(notification=WmoNotification.objects.get(pk=args[0]))
    paper_of(letter_order(sent))
    return args


def _talk(world: SimpleNamespace, **own: Any) -> Any:
    """A talk of the handler of the cast."""
    melding = {"team": world.noord, "handler": world.cast.handler, "confirmed": True}
    if hasattr(world, "callback"):
        melding["resident"] = world.callback.resident
    return TalkFactory(**own, **{f"notification__{name}": each for name, each in melding.items()})


def _procedure(world: SimpleNamespace) -> list[Any]:
    """A melding of the handler that came with an assessment."""
    args = _notification(world, taken=True)
    melding = WmoNotification.objects.get(pk=args[0])
    AssessmentFactory(procedure=ProcedureFactory(notification=melding))
    return args


def _marked(world: SimpleNamespace) -> list[Any]:
    """A talk about a leefgebied a professional knows."""
    talk = _talk(world, held=True)
    AssessmentFactory(procedure=ProcedureFactory(notification=talk.notification))
    return [talk.pk, "wonen"]


def _card(world: SimpleNamespace) -> Any:
    return CardFactory(talk=_talk(world, held=True))


def _talk_agreement(world: SimpleNamespace) -> list[Any]:
    talk = _talk(world, held=True)
    return [talk.pk, AgreementFactory(talk=talk).pk]


def _report(world: SimpleNamespace) -> Any:
    return ReportFactory(talk=_talk(world, concluded=True))


def _report_version(world: SimpleNamespace) -> list[Any]:
    sent = VersionFactory(report=_report(world))
    paper_of(report_order(sent))
    return [sent.talk_id, sent.pk]


def _extract(world: SimpleNamespace, make: Any) -> Any:
    """An extract that the Wmo-team of the cast uploaded."""
    return make(world.cast.city_hall_team, extract(anja())).pk


THINGS: dict[str, Thing] = {
    **ABSENCE_THINGS,
    **BUDGET_THINGS,
    **CHAIN_THINGS,
    **SAFETY_THINGS,
    "agreement": _agreement,
    "article": lambda world: [ArticleFactory().pk],
    "call": _running_call,
    "call-question": lambda world: [*_running_call(world), 0],
    "consent": _consent,
    "contact": _ended_contact,
    "help-question": lambda world: [HelpQuestionFactory().pk],
    **DECISION_THINGS,
    **HANDOVER_THINGS,
    "file": lambda world: [_file(world).pk],
    "file-question": lambda world: _of_file(world, HelpRequestFactory),
    "file-task": lambda world: _of_file(world, TaskFactory),
    "file-task-unowned": lambda world: _of_file(world, TaskFactory, lost=True),
    "file-document": lambda world: _of_file(world, DocumentFactory),
    "file-relation": lambda world: _of_file(world, FileRelationFactory),
    "file-colleague": lambda world: _of_file(world, FileColleagueFactory),
    "plan": lambda world: [_plan(world).file_id],
    "plan-goal": lambda world: _of_plan(world, GoalFactory),
    "plan-action": lambda world: _of_plan(
        world, ActionFactory, goal=GoalFactory(plan=_plan(world))
    ),
    "plan-evaluation": lambda world: _of_plan(world, EvaluationFactory),
    "extract": lambda world: [_extract(world, checked_upload)],
    "extract-waiting": lambda world: [_extract(world, upload_of)],
    "mandate": lambda world: [MandateFactory().pk],
    **KEEPING_THINGS,
    "meeting": lambda world: [MeetingFactory().pk],
    "notification": _notification,
    "notification-mine": lambda world: _notification(world, taken=True),
    "notification-confirmed": lambda world: _notification(world, confirmed=True),
    "notification-sent": _sent_letter,
    "notification-supported": _supported,
    "notification-investigating": lambda world: _notification(world, investigating=True),
    "professional": _professional,
    "offer": lambda world: [OfferFactory().pk],
    "organisation": lambda world: [OrganisationFactory().pk],
    "point": _point_of_today,
    "resident": _resident,
    "resident-pair": _pair,
    "resident-merged": _merged,
    "resident-kind": lambda world: [*_resident(world), "netwerk"],
    "party": _party,
    "procedure": _procedure,
    "marked": _marked,
    "subject": lambda world: [SubjectFactory().code],
    "news": lambda world: [NewsFactory().pk],
    "shift": lambda world: [DutyShiftFactory(person=world.cast.help_desk).pk],
    "talk": lambda world: [_talk(world).pk],
    "talk-held": lambda world: [_talk(world, held=True).pk],
    "talk-card": lambda world: [_card(world).talk_id, "geld"],
    "talk-off": lambda world: [_card(world).talk_id, "justitie"],
    "talk-agreement": _talk_agreement,
    "talk-melding": lambda world: [_talk(world, cancelled=True).notification_id],
    "report": lambda world: [_report(world).talk_id],
    "report-version": _report_version,
    "suggestion": lambda world: [SuggestionFactory().pk],
    "question_set": _question_set,
}
