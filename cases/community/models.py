"""Organisations and what they offer to everybody; never a word about a resident (SK-9)."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Lower
from django.utils import timezone

from cases.intakes.models import LifeDomain
from clusters.models import HANDLING_ROLES, Cluster, Membership, Role, User

NAME_LENGTH, DESCRIPTION_LENGTH, SIGN_UP_LENGTH, NOTE_LENGTH = 160, 2000, 500, 500
SHORT_LENGTH, ADDRESS_LENGTH, PHONE_LENGTH, REASON_LENGTH = 120, 160, 20, 200
WRITING_ROLES = frozenset({Role.TEAM_WORKER, Role.TEAM_MANAGER, Role.HELP_DESK})
READING_ROLES = (
    WRITING_ROLES | HANDLING_ROLES | {Role.GENERAL_MANAGER, Role.CONTACT_CENTRE, Role.LIAISON}
)
WHOLE_CITY = "Hele stad"


class OrganisationKind(models.TextChoices):
    """What sort of organisation it is."""

    WELFARE = "welfare", "Welzijn"
    VOLUNTEERS = "volunteers", "Vrijwilligersorganisatie"
    RESIDENTS = "residents", "Bewoners of buurtinitiatief"
    FAITH = "faith", "Kerk, moskee of andere geloofsgemeenschap"
    PEERS = "peers", "Lotgenoten of patiëntenvereniging"
    CARE = "care", "Zorg"
    SPORT = "sport", "Sport en cultuur"
    LEARNING = "learning", "School of bibliotheek"
    CITY = "city", "Gemeente"
    OTHER = "other", "Anders"


class OfferKind(models.TextChoices):
    """By whom something is done: what comes before support of the municipality."""

    INFORMAL = "informal", "Informeel"
    VOLUNTEER = "volunteer", "Vrijwillig"
    COLLECTIVE = "collective", "Collectief"
    GENERAL = "general", "Algemeen"


class OfferAudience(models.TextChoices):
    """For whom it is meant in the first place."""

    EVERYBODY = "everybody", "Iedereen"
    CHILDREN = "children", "Kinderen en jongeren"
    PARENTS = "parents", "Ouders en gezinnen"
    ELDERLY = "elderly", "Ouderen"
    CARERS = "carers", "Mantelzorgers"
    DISABLED = "disabled", "Mensen met een beperking"
    MENTAL = "mental", "Mensen met psychische klachten"
    LEARNERS = "learners", "Mensen die Nederlands leren"
    LOW_INCOME = "low_income", "Mensen met weinig geld"


class OfferCost(models.TextChoices):
    """What it costs who takes part."""

    FREE = "free", "Gratis"
    SMALL = "small", "Kleine bijdrage"
    PAID = "paid", "Betaald"
    INCOME = "income", "Hangt af van inkomen"


def writers_on(day: date) -> models.QuerySet[Membership]:
    """The roles that count on ``day`` in which somebody keeps the sociale kaart."""
    return Membership.objects.running(day).filter(role__in=WRITING_ROLES)


def next_look(at: datetime) -> date:
    """The day on which somebody looks again at what is right ``at`` this moment (SK-2)."""
    return timezone.localdate(at) + timedelta(days=settings.OFFER_REVIEW_DAYS)


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    """Organisations on the sociale kaart."""

    def visible_to(self, user: User) -> Self:
        """Scope: everybody who works with residents, and the desk; nobody else (SK-10)."""
        return self.all() if user.acting_role in READING_ROLES else self.none()


class Organisation(models.Model):
    """Who offers something in the city: a buurthuis, a church, a club, a welfare organisation."""

    submission_key = models.UUIDField(unique=True, editable=False)
    name = models.CharField("naam", max_length=NAME_LENGTH)
    kind = models.CharField("soort organisatie", max_length=10, choices=OrganisationKind.choices)
    phone = models.CharField("telefoonnummer", max_length=PHONE_LENGTH, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    website = models.URLField("website", blank=True)
    address = models.CharField("adres", max_length=ADDRESS_LENGTH, blank=True)
    postcode = models.CharField("postcode", max_length=6, blank=True)
    note = models.TextField("opmerking", max_length=NOTE_LENGTH, blank=True)
    version = models.PositiveSmallIntegerField("versie", default=1)
    changed_at = models.DateTimeField("gewijzigd op")
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = "organisatie"
        verbose_name_plural = "organisaties"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="organisation_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="organisation_has_name"),
            models.CheckConstraint(
                condition=Q(kind__in=OrganisationKind.values), name="organisation_kind_known"
            ),
        ]

    class Privacy:
        personal = ("phone", "email", "changed_by")
        purpose = "Een organisatie kunnen bereiken; weten wie de gegevens bijhoudt"
        retention = "zolang de organisatie op de sociale kaart staat"

    def __str__(self) -> str:
        return self.name


class OfferQuerySet(models.QuerySet["Offer"]):
    """What is offered."""

    def visible_to(self, user: User) -> Self:
        """Scope: everybody who works with residents, and the desk; nobody else."""
        return self.all() if user.acting_role in READING_ROLES else self.none()

    def current_on(self, day: date) -> Self:
        """What somebody can be sent to on ``day`` or later: not stopped and not over."""
        return self.filter(Q(runs_until__isnull=True) | Q(runs_until__gte=day), is_active=True)

    def over_on(self, day: date) -> Self:
        """What was stopped, or ran until a day before ``day``."""
        return self.filter(Q(is_active=False) | Q(runs_until__lt=day))

    def due_on(self, day: date) -> Self:
        """What somebody had to look at again by ``day``, the oldest first (SK-2)."""
        return self.current_on(day).filter(review_by__lte=day).order_by("review_by", "pk")

    def in_clusters(self, clusters: Collection[int]) -> Self:
        """What is in these clusters, and what is there for the whole city (SK-6)."""
        places = Offer.clusters.through._default_manager.filter(offer=OuterRef("pk"))
        here = Exists(places.filter(cluster__in=clusters))
        return self.filter(here | ~Exists(places))

    def for_list(self) -> Self:
        """A list says who offers it, where and about what; three queries."""
        return self.select_related("organisation").prefetch_related(
            *(models.Prefetch(name, to_attr=f"{name}_listed") for name in ("topics", "clusters"))
        )

    def for_detail(self) -> Self:
        """The page of one offer; three queries."""
        people = ("organisation", "owner", "changed_by", "stopped_by")
        return self.select_related(*people).prefetch_related("topics", "clusters")


class Offer(models.Model):
    """One thing people can go to or ask for: what it is, where, for whom and what it costs.

    Kept right by its owner. When it ends it is stopped with a reason and stays readable.
    """

    submission_key = models.UUIDField(unique=True, editable=False)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="offers", verbose_name="organisatie"
    )
    name = models.CharField("naam", max_length=NAME_LENGTH)
    description = models.TextField("wat is het?", max_length=DESCRIPTION_LENGTH)
    kind = models.CharField("soort aanbod", max_length=10, choices=OfferKind.choices)
    topics = models.ManyToManyField(LifeDomain, related_name="+", verbose_name="onderwerpen")
    clusters = models.ManyToManyField(
        Cluster, related_name="+", blank=True, verbose_name="waar is het?"
    )
    audience = models.CharField("voor wie", max_length=10, choices=OfferAudience.choices)
    cost = models.CharField("kosten", max_length=6, choices=OfferCost.choices)
    cost_note = models.CharField("toelichting kosten", max_length=SHORT_LENGTH, blank=True)
    sign_up = models.TextField("aanmelden", max_length=SIGN_UP_LENGTH, blank=True)
    contact_role = models.CharField("vraag naar", max_length=SHORT_LENGTH, blank=True)
    runs_from = models.DateField("vanaf", null=True, blank=True)
    runs_until = models.DateField("tot en met", null=True, blank=True)
    review_by = models.DateField("nakijken op")
    owner = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="eigenaar")
    version = models.PositiveSmallIntegerField("versie", default=1)
    changed_at = models.DateTimeField("gewijzigd op")
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    is_active = models.BooleanField("staat op de kaart", default=True)
    stopped_at = models.DateTimeField("gestopt op", null=True, blank=True)
    stopped_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    stop_reason = models.CharField("waarom gestopt", max_length=REASON_LENGTH, blank=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        verbose_name = "aanbod"
        verbose_name_plural = "aanbod"
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(description=""), name="offer_says_what_it_is"
            ),
            models.CheckConstraint(condition=Q(kind__in=OfferKind.values), name="offer_kind_known"),
            models.CheckConstraint(
                condition=Q(audience__in=OfferAudience.values), name="offer_audience_known"
            ),
            models.CheckConstraint(condition=Q(cost__in=OfferCost.values), name="offer_cost_known"),
            models.CheckConstraint(
                condition=Q(runs_from__isnull=True)
                | Q(runs_until__isnull=True)
                | Q(runs_until__gte=F("runs_from")),
                name="offer_runs_in_order",
            ),
            models.CheckConstraint(
                condition=Q(
                    is_active=True,
                    stopped_at__isnull=True,
                    stopped_by__isnull=True,
                    stop_reason="",
                )
                | (
                    Q(is_active=False, stopped_at__isnull=False, stopped_by__isnull=False)
                    & ~Q(stop_reason="")
                ),
                name="offer_stopped_with_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["name", "id"], name="offer_by_name"),
            models.Index(
                fields=["owner", "review_by"],
                condition=Q(is_active=True),
                name="offer_by_owner_and_review",
            ),
        ]

    class Privacy:
        personal = ("owner", "changed_by", "stopped_by", "contact_role")
        purpose = "Weten wie een aanbod bijhoudt, en naar welke functie men vraagt"
        retention = "zolang het aanbod op de sociale kaart staat"

    def __str__(self) -> str:
        return self.name

    @property
    def place_names(self) -> str:
        """Where it is, in words; no cluster is the whole city."""
        return self._named("clusters") or WHOLE_CITY

    @property
    def topic_names(self) -> str:
        """What it is about, in words."""
        return self._named("topics")

    def _named(self, many: str) -> str:
        """Their names, as they came with the list; else they are asked now."""
        listed = vars(self).get(f"{many}_listed")
        rows = getattr(self, many).all() if listed is None else listed
        return " · ".join(str(each) for each in rows)

    def is_over(self, day: date) -> bool:
        """Whether nobody can be sent to it any more on ``day``."""
        return not self.is_active or (self.runs_until is not None and self.runs_until < day)


class OfferTerm(models.Model):
    """One word by which an offer is found, and how much it says about it.

    Made from the name, the organisation and the description whenever one of them changes.
    """

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="terms")
    term = models.CharField("woord", max_length=40)
    weight = models.PositiveSmallIntegerField("gewicht")

    class Meta:
        verbose_name = "zoekwoord van een aanbod"
        verbose_name_plural = "zoekwoorden van aanbod"
        constraints = [
            models.UniqueConstraint(fields=["term", "offer"], name="offer_term_once"),
        ]

    def __str__(self) -> str:
        return self.term
