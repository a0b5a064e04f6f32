"""Requests of maatwerkbudget in the test city: in every state, late, and very long."""

import uuid
from datetime import timedelta
from typing import Any

from django.utils import timezone

from budgets.ledger.services import open_pot
from budgets.requests import services
from budgets.requests.models import (
    BudgetPurpose,
    BudgetRequest,
    BudgetWish,
    Debtor,
    Fund,
    HelpForm,
    Method,
    Payee,
    Return,
)
from cases.dossiers.models import ResidentFile
from clusters.models import Team
from tests.factories.budgets import IBAN, lists
from tests.factories.cases import ResidentFactory
from tests.factories.dossiers import FileFactory, FileRelationFactory
from tests.journeys.city import LONG_NAME, LONG_WORD, TEAM, City

ME, DAY = "handler", timedelta(days=1)
ADVANCES = ("open", "late", "denied", "proposed", "repaid")
NAMES = (
    "small",
    "waiting",
    "urgent",
    "escalated",
    "household",
    "general",
    "approved",
    "paid",
    "refused",
    "long",
    *ADVANCES,
)
AMOUNTS = {"small": 12_345, "general": 400_000, "long": 249_999}


def furnish(city: City) -> None:
    """Ask, decide and pay; ``city.things`` knows them by name."""
    lists()
    year, things = timezone.localdate().year, city.things
    pot = open_pot(
        submission_key=uuid.uuid4(),
        year=year,
        purpose="help",
        cluster=None,
        amount=10_500_000,
        by=city.people["general_manager"],
    )
    things["budget-pot"] = pot.pk
    for name in NAMES:
        things[f"budget-{name}"] = _asked(city, name).pk
    things["budget-file"] = _file(city, "Inwoner zonder budget").pk
    for name in ("approved", "paid", *ADVANCES):
        _decide(city, name, "approve")
    _decide(city, "refused", "refuse", "Er is een voorliggende regeling.")
    for name in ("paid", *ADVANCES):
        number = things[f"budget-{name}"]
        services.pay_request(request_id=number, amount=75_000, by=city.people["controller"])
    _settle(city)
    _of_everyday(city)


def _of_everyday(city: City) -> None:
    """One from a waakvlam, one of a household that was helped before, one that waited too long."""
    things, me = city.things, city.people[ME]
    asked = services.request_budget(
        submission_key=uuid.uuid4(),
        file_id=None,
        waakvlam_id=things["waakvlam-calm"],
        team_id=None,
        wish=_wish("small"),
        by=me,
    )
    things["budget-waakvlam"] = asked.pk
    rows = BudgetRequest.objects.select_related("file")
    one, two = (rows.get(pk=things[f"budget-{name}"]).file for name in ("household", "paid"))
    FileRelationFactory(file=one, other=two, by=me)
    late = BudgetRequest.objects.filter(pk=things["budget-escalated"])
    late.update(decide_by=timezone.now() - DAY, escalated_at=timezone.now() - DAY)


def _settle(city: City) -> None:
    """What happens to the advances."""
    things, people = city.things, city.people
    for number, amount in (("repaid", 75_000), ("late", 25_000)):
        services.register_repayment(
            submission_key=uuid.uuid4(),
            request_id=things[f"budget-{number}"],
            amount=amount,
            by=people["controller"],
        )
    services.deny_advance(
        request_id=things["budget-denied"], words="Het inkomen is te hoog.", by=people[ME]
    )
    services.propose_write_off(
        request_id=things["budget-proposed"],
        words="De organisatie bestaat niet meer.",
        by=people["team_manager"],
    )
    late = BudgetRequest.objects.filter(pk=things["budget-late"])
    late.update(expected_on=timezone.localdate() - 45 * DAY)


def _file(city: City, name: str) -> ResidentFile:
    """A dossier of mine."""
    own = {"director": city.people[ME], "opened_at": timezone.now()}
    known = ResidentFactory(name=name)
    file: ResidentFile = FileFactory(resident=known, team=Team.objects.get(code=TEAM), **own)
    return file


def _wish(name: str) -> BudgetWish:
    """What is asked, by its name."""
    facts: dict[str, Any] = {"form": HelpForm.GIFT}
    if name in ADVANCES:
        fund = Fund.objects.get(code="bijzondere-bijstand")
        back = Return(Debtor.FUND, fund, "", timezone.localdate() + 40 * DAY)
        facts = {"form": HelpForm.ADVANCE, "back": back}
    return BudgetWish(
        purpose=BudgetPurpose.objects.get(code="huisraad"),
        cents=AMOUNTS.get(name, 90_000),
        why=LONG_WORD[:1900] if name == "long" else "De koelkast is stuk en er is een baby.",
        method=Method.INVOICE,
        payee=Payee(LONG_WORD[:110] if name == "long" else "Witgoed Almere", IBAN),
        is_urgent=name in ("urgent", "escalated"),
        **facts,
    )


def _asked(city: City, name: str) -> BudgetRequest:
    file = _file(city, LONG_NAME if name == "long" else f"Inwoner M {name}")
    return services.request_budget(
        submission_key=uuid.uuid4(),
        file_id=file.pk,
        team_id=file.team_id,
        wish=_wish(name),
        by=city.people[ME],
    )


def _decide(city: City, name: str, outcome: str, words: str = "") -> None:
    services.decide_request(
        request_id=city.things[f"budget-{name}"],
        outcome=outcome,
        words=words,
        by=city.people["team_manager"],
    )
