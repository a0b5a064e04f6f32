"""The sociale kaart of the test city: plain, long, over, stopped, and to be looked at again."""

from datetime import timedelta

from django.utils import timezone

from cases.community.models import OfferAudience, OfferCost, OfferKind, OrganisationKind
from clusters.models import Cluster
from tests.factories.community import OfferFactory, OrganisationFactory
from tests.journeys.city import LONG_NAME, LONG_WORD, RTL, City


def furnish(city: City) -> None:
    """Some of everything; ``offer-long`` tries the screen, ``offer-stopped`` is over."""
    owner, today, day = city.people["team_worker"], timezone.localdate(), timedelta(days=1)
    poort = Cluster.objects.get(code="POO")
    house = OrganisationFactory(
        name="Buurthuis De Zeeslag",
        phone="+31365399941",
        email="post@zeeslag.example",
        website="https://zeeslag.example",
        address="Voorbeeldplein 1",
        postcode="1363AB",
        note="Open van maandag tot en met vrijdag.",
        changed_by=owner,
    )
    meal = OfferFactory(
        name="Samen eten op dinsdag",
        organisation=house,
        description="Elke dinsdag koken vrijwilligers voor de buurt.\n\nU kunt opgehaald worden.",
        kind=OfferKind.COLLECTIVE,
        cost=OfferCost.SMALL,
        cost_note="€ 4 per maaltijd",
        sign_up="Bel of mail vóór maandag 12.00 uur.",
        contact_role="de gastvrouw of gastheer",
        owner=owner,
        topics=["netwerk", "meedoen"],
        clusters=[poort],
    )
    long = OrganisationFactory(
        name=LONG_NAME + " welzijn",
        kind=OrganisationKind.FAITH,
        note=LONG_WORD[:500],
        address=LONG_WORD[:160],
        changed_by=owner,
    )
    long_offer = OfferFactory(
        name=LONG_WORD[:160],
        organisation=long,
        description=LONG_WORD[:1500] + RTL,
        sign_up=LONG_WORD[:500],
        contact_role=LONG_WORD[:120],
        cost_note=LONG_WORD[:120],
        audience=OfferAudience.MENTAL,
        owner=city.people["long"],
        topics=["geld", "werk", "wonen", "relaties", "lichaam", "geest", "zelfzorg", "netwerk"],
        clusters=list(Cluster.objects.order_by("name")),
    )
    OfferFactory(name=RTL[:160], organisation=house, owner=owner, clusters=[poort])
    OfferFactory(name="Taalcafé", owner=owner, runs_from=today + 30 * day, topics=["werk"])
    OfferFactory(name="Zomerschool", owner=owner, runs_until=today - day)
    for number in range(3):
        review_by = today - (number + 1) * day
        OfferFactory(name=f"Inloop {number + 1}", owner=owner, review_by=review_by)
    stopped = OfferFactory(name="Handwerkgroep", organisation=house, owner=owner, stopped=True)
    empty = OrganisationFactory(name="Stichting Nog Niets", changed_by=owner)
    city.things |= {
        "offer": meal.pk,
        "offer-long": long_offer.pk,
        "offer-stopped": stopped.pk,
        "organisation": house.pk,
        "organisation-long": long.pk,
        "organisation-empty": empty.pk,
    }
