"""A small city to look at: every state of a request, every role, and names that try the screen."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.hashers import MD5PasswordHasher, make_password
from django.utils import timezone

from cases.callbacks import services
from cases.callbacks.models import PauseReason
from cases.models import (
    AdviceAnswer,
    AdviceNorm,
    AttemptResult,
    CallbackNorm,
    CallbackOutcome,
    CallbackRequest,
    CallbackSubject,
    DataCategory,
    EffortClass,
    EffortEstimate,
    IntakeNorm,
    LetterLine,
    LifeDomain,
    MatchNorm,
    NoteTemplate,
    Product,
    Provider,
    RecipientKind,
    SharingGround,
    Urgency,
    WorkloadWeight,
)
from cases.residents.services import CARD_FIELDS, SafeContact
from cases.tasks import deliver_reminders
from clusters.models import PartnerOrganisation, Role, Specialism, Team, User, working_calendar
from clusters.notices.services import queue_notice_mail, send_next_mail
from clusters.organisation.services import load_organisation
from common.reference import sync
from dashboards.services import refresh_month_figures
from tests.factories import MembershipFactory, SpecialismPeriodFactory, TeamFactory, UserFactory
from tests.factories.login import PASSWORD, AuthenticatorFactory

CHEAP_HASHER: Any = MD5PasswordHasher()  # the one every test uses
TEAM = "wijkteam-poort"
TEAMS = {
    Role.TEAM_WORKER: TEAM,
    Role.TEAM_MANAGER: TEAM,
    Role.LIAISON: TEAM,
    Role.CITY_SOCIAL_TEAM: "sst",
    Role.CITY_HALL_TEAM: "wmo-stadhuis",
    Role.CONTACT_CENTRE: "kcc",
    Role.HELP_DESK: "kcc",
}
NAMES = {
    Role.TEAM_WORKER: ("Samira", "el Idrissi"),
    Role.TEAM_MANAGER: ("Wouter", "de Graaf"),
    Role.GENERAL_MANAGER: ("Ingrid", "Mulder"),
    Role.CONTACT_CENTRE: ("Joyce", "Tjin-A-Tsoi"),
    Role.PRIVACY_OFFICER: ("Bram", "Hoekstra"),
    Role.APPLICATION_MANAGER: ("Fatma", "Yıldız"),
}
QUESTIONS = (
    (
        "geld",
        "Heeft een aanmaning van de zorgverzekering en weet niet hoe dit betaald moet worden.",
    ),
    ("wonen", "Kan na een val de trap niet meer op. Wil weten wat er mogelijk is in huis."),
    ("gezin", "Zoon van 14 gaat al drie weken niet naar school. Vraagt wie kan meedenken."),
    ("eenzaam", "Is kort geleden weduwe geworden en zoekt mensen om mee te eten."),
    (
        "mantelzorg",
        "Zorgt voor haar moeder en houdt het niet meer vol. Zoekt iemand voor de nacht.",
    ),
    ("hulp-thuis", "De hulp in de huishouding komt al twee weken niet."),
)
CALLERS = (
    "Mw. A. van der Berg",
    "Dhr. M. Özdemir",
    "Jolanda Pietersen",
    "S. Chin-A-Foeng",
    "Familie De Wit",
    "Fatima Bouzambou",
)
OF_CALLER = ("name", "is_anonymous", *CARD_FIELDS)
LONG_NAME = "Wilhelmina" * 12
LONG_WORD = "Donaudampfschifffahrtsgesellschaft" * 40
RTL = "مرحبا، أحتاج إلى مساعدة 👩‍👩‍👧‍👦 <script>alert(1)</script> 🏳️‍🌈 שלום"


@dataclass
class City:
    """Who lives in it, by role or by what is special, and one request in every state.

    ``things`` holds what the rooms add: a name and the number in its address.
    """

    people: dict[str, User]
    callbacks: dict[str, CallbackRequest]
    team: Team
    things: dict[str, Any] = field(default_factory=dict)

    def caller(self, number: int, **told: Any) -> services.Caller:
        """Somebody of the city; ``number`` chooses name, telephone number and house."""
        card = {name: told.pop(name) for name in CARD_FIELDS if name in told}
        return services.Caller(
            name=told.pop("name", CALLERS[number % len(CALLERS)]),
            is_anonymous=told.pop("is_anonymous", False),
            phone=f"+3161234{number:04d}",
            postcode="1363AB",
            house_number=12 + number,
            card=SafeContact(**card),
        )


def build_city() -> City:
    """Fill the empty database."""
    found_organisation()
    city = City(_people(), {}, Team.objects.get(code=TEAM))
    _requests(city)
    at = timezone.now()
    deliver_reminders()
    queue_notice_mail(at=at)
    while send_next_mail(at=at):
        continue
    refresh_month_figures(at=at)
    return city


def found_organisation() -> None:
    """Clusters, teams, postcodes and lists, as a first installation has them; nobody works yet."""
    load_organisation()
    for model in (
        AdviceAnswer,
        AdviceNorm,
        CallbackNorm,
        CallbackSubject,
        CallbackOutcome,
        DataCategory,
        EffortClass,
        EffortEstimate,
        IntakeNorm,
        LetterLine,
        MatchNorm,
        LifeDomain,
        Product,
        Provider,
        NoteTemplate,
        RecipientKind,
        SharingGround,
        Specialism,
        WorkloadWeight,
    ):
        sync(model)


def _people() -> dict[str, User]:
    people = {role.value: employee(role) for role in Role}
    people["handler"] = employee(Role.TEAM_WORKER, "handler", "Noor", "Bakker")
    people["long"] = employee(Role.TEAM_WORKER, "long", "Maximiliaan" * 9, "van Wassenaer" * 11)
    people["nobody"] = UserFactory(username="nobody", first_name="Rob", last_name="Zonderrol")
    empty = TeamFactory(code="leeg", name="Wijkteam Leeg")
    people["idle"] = employee(Role.TEAM_MANAGER, "idle", team=empty)
    MembershipFactory(user=people["idle"], role=Role.TEAM_WORKER, team=empty)
    desk = TeamFactory(code="balie", name="Balie Haven", kind="contact_centre")
    people["idle_desk"] = employee(Role.CONTACT_CENTRE, "idle_desk", team=desk)
    for name in ("password", "enrol", "verify", "locked"):
        person = employee(Role.CONTACT_CENTRE, name)
        person.password = make_password(PASSWORD, hasher=CHEAP_HASHER)
        person.save()
        people[name] = person
    for name in ("password", "verify", "locked"):
        AuthenticatorFactory(user=people[name])
    for code in ("lvb", "ouderen"):
        specialism = Specialism.objects.get(code=code)
        SpecialismPeriodFactory(user=people["handler"], specialism=specialism)
    return people


def employee(role: Role, username: str = "", first: str = "", last: str = "", **own: Any) -> User:
    """Somebody with one role, by default in the team that belongs to it."""
    given, family = NAMES.get(role, ("Kim", role.label))
    if "team" not in own and role in TEAMS:
        own["team"] = Team.objects.get(code=TEAMS[role])
    is_demo = own.pop("is_demo", False)
    user = UserFactory(
        username=username or role.value,
        first_name=first or given,
        last_name=last or family,
        job_title=role.label,
        phone="+31365399911",
        is_demo=is_demo,
    )
    partner = PartnerOrganisation.objects.get(code="gemeente")
    MembershipFactory(user=user, role=role, organisation=partner, **own)
    return user


def register(city: City, number: int, *, at: datetime, **wish: Any) -> CallbackRequest:
    """A request of the desk at some moment; ``number`` chooses caller and question."""
    subject, question = QUESTIONS[number % len(QUESTIONS)]
    caller = city.caller(number, **{name: wish.pop(name) for name in OF_CALLER if name in wish})
    answers = {"question": question, "urgency": Urgency.NORMAL, **wish}
    asked = services.CallWish(subject=CallbackSubject.objects.get(code=subject), **answers)
    return services.register_callback(
        submission_key=uuid.uuid4(),
        caller=caller,
        wish=asked,
        by=city.people["contact_centre"],
        at=at,
    )


def _requests(city: City) -> None:
    """One request in every state, and some that are late."""
    now, made = timezone.now(), city.callbacks
    days = {"waiting": 0, "late": 3, "far_late": 12, "claimed": 1, "stuck": 4, "paused": 2}
    for number, (name, ago) in enumerate([*days.items(), ("closed", 6), ("withdrawn", 5)]):
        at = now - timedelta(days=ago, minutes=20 * number)
        made[name] = register(city, number, at=at, voicemail_allowed=number % 2 == 0)
    made["long"] = register(
        city, 8, at=now, name=LONG_NAME, question=LONG_WORD[:1000], hide_municipality=True
    )
    made["rtl"] = register(city, 9, at=now, name="محمد 🙂", question=RTL, language="Arabisch")
    made["urgent"] = register(
        city, 10, at=now, name="", is_anonymous=True, urgency=Urgency.URGENT, needs_interpreter=True
    )
    for name in ("claimed", "stuck", "paused", "closed"):
        _claim(city, made[name])
    _attempts(city, made["claimed"], AttemptResult.NO_ANSWER)
    _attempts(city, made["stuck"], *[AttemptResult.NO_ANSWER] * 2, AttemptResult.VOICEMAIL)
    _pause(city, made["paused"], now)
    _attempts(city, made["closed"], AttemptResult.SPOKEN, outcome="afspraak")
    services.cancel_callback(
        callback_id=made["withdrawn"].pk, by=city.people["contact_centre"], at=now
    )


def _claim(city: City, callback: CallbackRequest) -> None:
    at = callback.registered_at + timedelta(minutes=30)
    services.claim_callback(callback_id=callback.pk, by=city.people["handler"], at=at)


def _pause(city: City, callback: CallbackRequest, now: datetime) -> None:
    calendar = working_calendar()
    services.pause_callback(
        callback_id=callback.pk,
        pause_reason=PauseReason.PAPERS,
        until=calendar.add_days(now, 3),
        by=city.people["handler"],
    )


def _attempts(
    city: City, callback: CallbackRequest, *results: AttemptResult, outcome: str = ""
) -> None:
    for number, result in enumerate(results, start=1):
        services.log_attempt(
            callback_id=callback.pk,
            submission_key=uuid.uuid4(),
            result=result,
            note="Belt liever na vier uur." if number == 1 else "",
            again_at=None,
            outcome=CallbackOutcome.objects.get(code=outcome) if outcome else None,
            by=city.people["handler"],
            at=callback.registered_at + timedelta(hours=number),
        )
