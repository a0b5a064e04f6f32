"""The mandate register of the test city: plain, with everything, later, ended, and very long."""

from datetime import timedelta

from django.utils import timezone

from cases.mandates.models import Mandate, Product
from tests.factories.mandates import MandateFactory, ProductFactory
from tests.journeys.city import LONG_WORD, RTL, City


def furnish(city: City) -> None:
    """Some of everything; ``mandate-long`` tries the screen."""
    today, day = timezone.localdate(), timedelta(days=1)
    keeper, people = city.people["application_manager"], city.people
    own = {"created_by": keeper, "created_at": timezone.now()}
    house, guidance, care = (Product.objects.get(code=code) for code in ("01A03", "02A03", "07A03"))
    plain = MandateFactory(
        holder=people["handler"],
        products=[house, guidance, care],
        longest_months=12,
        yearly_cents=500_000,
        may_refuse=True,
        until=today + 400 * day,
        reference="GM-2026/12",
        **own,
    )
    MandateFactory(holder=people["city_hall_team"], products=list(Product.objects.all()), **own)
    MandateFactory(
        holder=people["team_worker"], products=[house], needs_second=True, longest_months=1, **own
    )
    MandateFactory(
        holder=people["city_social_team"], products=[care], since=today + 10 * day, **own
    )
    MandateFactory(holder=people["nobody"], products=[house], reference=RTL[:60], **own)
    ended = _ended(city, people["handler"], today)
    long = MandateFactory(
        holder=people["long"],
        products=[ProductFactory(code="lang", label=LONG_WORD[:120], position=99)],
        reference=LONG_WORD[:60],
        yearly_cents=100_000_000,
        longest_months=600,
        needs_second=True,
        **own,
    )
    city.things |= {"mandate": plain.pk, "mandate-ended": ended.pk, "mandate-long": long.pk}


def _ended(city: City, holder: object, today: object) -> Mandate:
    keeper = city.people["application_manager"]
    mandate: Mandate = MandateFactory(
        holder=holder,
        products=[Product.objects.get(code="01A03")],
        created_by=keeper,
        reference="GM-2025/3",
        ended=True,
        ended_from=today,
        ended_at=timezone.now(),
        ended_by=keeper,
        end_reason="Er is een nieuw mandaatbesluit.",
    )
    return mandate
