"""Triage: a few answers, rules that are data, an advice that says why, a choice (TRI-1)."""

import json
from hashlib import sha256
from typing import Self

from django.db import models
from django.db.models import Q

from audit.guard import SubjectModel
from cases.intakes.models.notifications import WmoNotification
from cases.residents.models import Resident
from clusters.models import Role, User

RULE_REASON_LENGTH, DEVIATION_LENGTH = 300, 1000
MOST_RULES = 30


class RequestKind(models.TextChoices):
    """What the question is mainly about."""

    PROVISION = "provision", "Een Wmo-voorziening, zoals een hulpmiddel of hulp bij het huishouden"
    INFORMATION = "information", "Informatie of advies"
    SUPPORT = "support", "Hulp of begeleiding"
    MEETING = "meeting", "Mensen ontmoeten en meedoen"
    MONEY = "money", "Geld, papieren of instanties"


class DomainCount(models.TextChoices):
    """In how many parts of somebody's life something is the matter (TRI-4)."""

    ONE = "one", "Eén"
    FEW = "few", "Twee of drie"
    MANY = "many", "Vier of meer"


class YesNo(models.TextChoices):
    """An answer to a plain question."""

    YES = "yes", "Ja"
    NO = "no", "Nee"


class Advice(models.TextChoices):
    """Where a question is best helped (TRI-1, TRI-2)."""

    TEAM = "team", "Wijkteam"
    CITY_HALL = "city_hall", "Wmo-team Stadhuis"
    SST = "sst", "Sociaal Stedelijk Team (SST)"
    GENERAL = "general", "Voorliggend of algemeen aanbod"
    INFORMAL = "informal", "Informeel: netwerk of vrijwilliger"
    NOTHING = "nothing", "Geen vervolg"


class Complexity(models.TextChoices):
    """Single or multiple (TRI-4)."""

    SINGLE = "single", "Enkelvoudig"
    MULTIPLE = "multiple", "Meervoudig"
    COMPLEX = "complex", "Meervoudig complex"


class Involvement(models.TextChoices):
    """How the team stays with it (TRI-5)."""

    ADVICE = "advice", "Informatie en advies"
    HELP = "help", "Hulpverlening"
    DIRECTION = "direction", "Regie"
    WAAKVLAM = "waakvlam", "Waakvlam"
    REFERRAL = "referral", "Doorgeleiding"


FACTS: dict[str, tuple[str, type[models.TextChoices]]] = {
    "request_kind": ("Waar gaat de vraag vooral over?", RequestKind),
    "domain_count": ("Op hoeveel leefgebieden is er iets aan de hand?", DomainCount),
    "broad_talk": ("Heeft een breed gesprek in het wijkteam meerwaarde?", YesNo),
    "network": ("Kunnen netwerk of vrijwilligers dit oplossen?", YesNo),
    "general_offer": ("Is er een voorliggende of algemene voorziening?", YesNo),
    "is_heavy": ("Is er gevaar, of lukt gewone hulp steeds niet?", YesNo),
    "wants_help": ("Wil de inwoner dat wij iets doen?", YesNo),
}
"""The short set of questions: the name in code, the question and its answers."""


def _fact(name: str) -> "models.CharField[str, str]":
    label, choices = FACTS[name]
    return models.CharField(label, max_length=11, choices=choices.choices, blank=True)


class TriageFacts(models.Model):
    """The answers: all of them in a triage, the wanted ones in a rule (empty is "whatever")."""

    request_kind = _fact("request_kind")
    domain_count = _fact("domain_count")
    broad_talk = _fact("broad_talk")
    network = _fact("network")
    general_offer = _fact("general_offer")
    is_heavy = _fact("is_heavy")
    wants_help = _fact("wants_help")

    class Meta:
        abstract = True

    @property
    def facts(self) -> tuple[str, ...]:
        """The answers in the order of the questions."""
        return tuple(getattr(self, name) for name in FACTS)

    @property
    def told(self) -> list[tuple[str, str]]:
        """Every question that has an answer, with that answer, as the screen says them."""
        return [
            (label, choices(value).label)
            for (label, choices), value in zip(FACTS.values(), self.facts, strict=True)
            if value
        ]


class TriageVersionQuerySet(models.QuerySet["TriageVersion"]):
    """Versions of the rules."""

    def visible_to(self, user: User) -> Self:
        """Kept by the functional administrator; a worker meets the advice only."""
        return self.all() if user.acting_role == Role.APPLICATION_MANAGER else self.none()

    def live(self) -> "TriageVersion | None":
        """The rules in use, with their rows."""
        rows = self.filter(published_at__isnull=False).order_by("-number")
        return rows.prefetch_related("rules").first()

    def newest(self) -> "TriageVersion | None":
        """The draft when there is one, else the rules in use."""
        return self.prefetch_related("rules").order_by("-number").first()


class TriageVersion(models.Model):
    """One version of the rules: a draft until it is published, then never changed."""

    number = models.PositiveSmallIntegerField("versie", unique=True)
    made_at = models.DateTimeField("gemaakt op")
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    published_at = models.DateTimeField("in gebruik sinds", null=True)
    published_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = TriageVersionQuerySet.as_manager()

    class Meta:
        verbose_name = "versie van de triageregels"
        verbose_name_plural = "versies van de triageregels"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                models.Value(1), condition=Q(published_at__isnull=True), name="triage_one_draft"
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_by__isnull=True)
                | Q(published_at__isnull=False, published_by__isnull=False),
                name="triage_published_by_somebody",
            ),
        ]

    class Privacy:
        personal = ("made_by", "published_by")
        purpose = "Weten wie de triageregels heeft gemaakt en in gebruik nam"
        retention = "zolang er een triage naar verwijst"

    def __str__(self) -> str:
        return f"versie {self.number}"

    @property
    def is_draft(self) -> bool:
        """Whether nobody is advised by it yet."""
        return self.published_at is None

    @property
    def stamp(self) -> str:
        """A digest of number and rules: a page sends it back to say what it showed."""
        rows = [self.number, self.is_draft, [rule.content for rule in self.rules.all()]]
        return sha256(json.dumps(rows).encode()).hexdigest()[:16]


class TriageRule(TriageFacts):
    """One rule: when these answers are given, this is the advice, and this is why."""

    version = models.ForeignKey(TriageVersion, models.CASCADE, related_name="rules")
    position = models.PositiveSmallIntegerField("volgorde")
    advice = models.CharField("advies", max_length=9, choices=Advice.choices)
    complexity = models.CharField("complexiteit", max_length=8, choices=Complexity.choices)
    involvement = models.CharField("inzet", max_length=9, choices=Involvement.choices)
    reason = models.CharField("waarom", max_length=RULE_REASON_LENGTH)

    class Meta:
        verbose_name = "triageregel"
        verbose_name_plural = "triageregels"
        ordering = ["version", "position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="triage_rule_once"),
            models.CheckConstraint(
                condition=Q(
                    advice__in=Advice.values,
                    complexity__in=Complexity.values,
                    involvement__in=Involvement.values,
                )
                & ~Q(reason=""),
                name="triage_rule_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"regel {self.position} van {self.version}"

    @property
    def content(self) -> tuple[str, ...]:
        """Everything the administrator wrote."""
        return (*self.facts, self.advice, self.complexity, self.involvement, self.reason)

    @property
    def outcome(self) -> tuple[str, str, str]:
        """Where, how complex and in which way."""
        return self.advice, self.complexity, self.involvement


class Triage(SubjectModel, TriageFacts):
    """One triage of a melding: the answers, the advice with its reason, and what was chosen.

    ``advice`` is empty when no rule matched. Done again it is another row; the newest counts.
    """

    audit_resident_field = "resident"

    notification = models.ForeignKey(WmoNotification, models.PROTECT, related_name="triages")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    submission_key = models.UUIDField(unique=True, editable=False)
    at = models.DateTimeField("tijdstip")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    version = models.ForeignKey(TriageVersion, models.PROTECT, null=True, related_name="triages")
    advice = models.CharField("advies", max_length=9, choices=Advice.choices, blank=True)
    complexity = models.CharField(
        "complexiteit", max_length=8, choices=Complexity.choices, blank=True
    )
    involvement = models.CharField("inzet", max_length=9, choices=Involvement.choices, blank=True)
    explanation = models.CharField("waarom", max_length=RULE_REASON_LENGTH, blank=True)
    chosen_advice = models.CharField("gekozen", max_length=9, choices=Advice.choices)
    chosen_complexity = models.CharField(
        "gekozen complexiteit", max_length=8, choices=Complexity.choices
    )
    chosen_involvement = models.CharField(
        "gekozen inzet", max_length=9, choices=Involvement.choices
    )
    deviates = models.BooleanField("wijkt af van het advies")
    deviation_reason = models.TextField("waarom anders", max_length=DEVIATION_LENGTH, blank=True)

    class Meta:
        verbose_name = "triage"
        verbose_name_plural = "triages"
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(deviates=True) & ~Q(deviation_reason="")
                | Q(deviates=False, deviation_reason=""),
                name="triage_deviates_with_reason",
            ),
            models.CheckConstraint(
                condition=~Q(request_kind="")
                & ~Q(domain_count="")
                & ~Q(broad_talk="")
                & ~Q(network="")
                & ~Q(general_offer="")
                & ~Q(is_heavy="")
                & ~Q(wants_help=""),
                name="triage_answers_everything",
            ),
        ]
        indexes = [
            models.Index(fields=["version", "advice", "deviates"], name="triage_figures"),
            models.Index(fields=["at"], name="triage_by_moment"),
            models.Index(
                fields=["notification", "at", "id"],
                include=["advice", "chosen_advice", "deviates"],
                name="triage_of_melding",
            ),
        ]

    class Privacy:
        personal = ("resident", "deviation_reason")
        purpose = "De inwoner bij de juiste hulp brengen en kunnen zeggen waarom (TRI-1)"
        retention = "gelijk met de melding"

    def __str__(self) -> str:
        return f"triage van melding {self.notification_id}"

    @property
    def chosen(self) -> tuple[str, str, str]:
        """Where, how complex and in which way."""
        return self.chosen_advice, self.chosen_complexity, self.chosen_involvement
