"""The demo city's maatwerkbudget: the pot of the year, and requests as far as they can come."""

import uuid
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from budgets.ledger.models import BudgetNorm, NormCode, PotPurpose
from budgets.ledger.services import open_pot
from budgets.requests import services
from budgets.requests.models import (
    BudgetPurpose,
    BudgetWish,
    Debtor,
    Fund,
    HelpForm,
    Level,
    Method,
    Payee,
    Return,
)
from cases.demo.also import also
from cases.demo.cast import Cast
from cases.dossiers.models import ResidentFile
from clusters.models import Membership, Role, User
from common.deadlines import local_day
from common.weeks import midnight

NAMESPACE = uuid.UUID("5d0b8e1c-6a0f-4f5e-9c39-0f1b2a7d44c1")
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
CENTS, TEAM_PART = 100, 500_000
IBAN = "NL91ABNA0417164300"
REFUSED = "De zorgverzekeraar betaalt dit vervoer. Help de inwoner met de aanvraag daar."


class Story(NamedTuple):
    """A request: what for, how much in cents, gift or advance, how far, and how many days ago."""

    purpose: str
    cents: int
    form: HelpForm
    far: str
    days: int
    why: str


GIFT, ADVANCE = HelpForm.GIFT, HelpForm.ADVANCE
STORIES = (
    Story("huisraad", 18_500, GIFT, "paid", 40, "De wasmachine is stuk en er zijn drie kinderen."),
    Story("huisraad", 42_900, ADVANCE, "partly", 35, "De koelkast is stuk en er is een baby."),
    Story("energie", 97_550, ADVANCE, "paid", 75, "De stroom gaat eraf als er niet is betaald."),
    Story("identiteitsbewijs", 7_680, GIFT, "approved", 2, "Zonder pas kan er niets beginnen."),
    Story("kind-school", 31_000, GIFT, "waiting", 1, "Een fiets om naar school te kunnen."),
    Story("wonen", 310_000, ADVANCE, "waiting", 1, "De borg, anders gaat de woning voorbij."),
    Story("vervoer", 64_000, GIFT, "refused", 20, "Taxi's naar de behandeling."),
)


@also
def create_budgets(cast: Cast, now: datetime) -> None:
    """The pots of the year, and a request per story, each of another dossier."""
    general, controller = person_for(Role.GENERAL_MANAGER, now), person_for(Role.CONTROLLER, now)
    if general is None or controller is None:
        return
    begun = max(now - 80 * DAY, midnight(local_day(now).replace(month=1, day=1)))
    amount = BudgetNorm.objects.get(code=NormCode.YEAR).amount * CENTS
    for purpose, cents in ((PotPurpose.HELP, amount), (PotPurpose.TEAM, TEAM_PART)):
        open_pot(
            submission_key=uuid.uuid5(NAMESPACE, f"pot:{purpose}"),
            year=local_day(begun).year,
            purpose=purpose,
            cluster=None,
            amount=cents,
            by=general,
            at=begun,
        )
    files = ResidentFile.objects.open().filter(team_id__in=list(cast.managers)).order_by("pk")
    mine = [file for file in files if director_of(file) is not None]
    for number, (story, file) in enumerate(zip(STORIES, mine, strict=False)):
        _play(
            number,
            story,
            file,
            cast.managers[file.team_id],
            controller,
            max(begun, _day(story, now)),
        )


def _play(
    number: int, story: Story, file: ResidentFile, manager: User, controller: User, at: datetime
) -> None:
    """Asked, decided, paid and partly back, as far as its story goes."""
    by, far = director_of(file), story.far
    if by is None:
        return
    asked = services.request_budget(
        submission_key=_key(number, "asked"),
        file_id=file.pk,
        team_id=file.team_id,
        wish=_wish(story, local_day(at)),
        by=by,
        at=at,
    )
    steps: dict[str, Any] = {"request_id": asked.pk, "at": at + HOUR}
    if asked.level == Level.MANAGER and far != "waiting":
        outcome, words = ("refuse", REFUSED) if far == "refused" else ("approve", "")
        services.decide_request(outcome=outcome, words=words, by=manager, **steps)
    if far in ("paid", "partly"):
        services.pay_request(amount=story.cents, by=controller, **steps)
    if far == "partly":
        services.register_repayment(
            submission_key=_key(number, "back"), amount=story.cents // 2, by=controller, **steps
        )


def _wish(story: Story, day: date) -> BudgetWish:
    """What is asked; an advance comes back from the bijzondere bijstand."""
    is_advance = story.form == HelpForm.ADVANCE
    fund = Fund.objects.get(code="bijzondere-bijstand")
    back = Return(Debtor.FUND, fund, "", day + 42 * DAY) if is_advance else Return()
    return BudgetWish(
        purpose=BudgetPurpose.objects.get(code=story.purpose),
        cents=story.cents,
        why=story.why,
        form=story.form,
        method=Method.INVOICE,
        payee=Payee("Witgoed en wonen", IBAN),
        back=back,
        tried=(fund,),
    )


def director_of(file: ResidentFile) -> User | None:
    """Who directs the dossier, as wijkwerker of its team."""
    person = User.objects.get(pk=file.director_id)
    person.chosen_role = Role.TEAM_WORKER  # type: ignore[attr-defined]
    return person if file.team_id in person.team_ids else None


def person_for(role: Role, now: datetime) -> User | None:
    """The first who has this role for the whole city, acting in it."""
    rows = Membership.objects.running(local_day(now)).filter(role=role)
    row = rows.select_related("user").order_by("pk").first()
    if row is None:
        return None
    person = User.objects.get(pk=row.user_id)
    person.chosen_role = role  # type: ignore[attr-defined]
    return person


def _day(story: Story, now: datetime) -> datetime:
    return now - story.days * DAY


def _key(number: int, what: str) -> uuid.UUID:
    return uuid.uuid5(NAMESPACE, f"budget-{number}-{what}")
