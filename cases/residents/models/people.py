"""A resident, known by what the caller told and by what the BRP says.

An anonymous caller is a resident without a name.
"""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from audit.guard import SubjectModel
from cases.permissions import OWN_RESIDENT, RESIDENT_DEPUTY
from cases.residents.birthdays import BirthDate, birth_parts
from cases.residents.models.ties import TIES, has_work, on_desks
from cases.residents.names import GENDERS, NAME_USES, Gender, Names, NameUse
from cases.residents.recognition import SEARCH_KEY_LENGTH
from cases.residents.sounds import SOUND_KEY_LENGTH, name_columns
from clusters.models import HANDLING_ROLES, Role, User

ANONYMOUS = "Anonieme beller"
LANGUAGE_LENGTH = 40
PART_LENGTH, PREFIX_LENGTH, SPOKEN_LENGTH = 200, 20, 80
NAME_LENGTH = 200
"""What the standard for klantinteracties carries; a longer name is shortened for lists."""
CARING_ROLES = HANDLING_ROLES - {Role.TEAM_MANAGER}
"""Roles that work with a resident; a manager assigns work and opens no BSN (security 3.3)."""
NAME_FIELDS = tuple(Names.__dataclass_fields__)


def opens_card(user: User, *, is_mine: bool) -> bool:
    """Whether somebody may open the card of whom a piece of work is about; no query.

    ``is_mine`` says that this work is open and on their desk.
    """
    of_the_team = user.acting_role == Role.TEAM_WORKER
    return of_the_team or (is_mine and user.acting_role in CARING_ROLES)


class ResidentQuerySet(models.QuerySet["Resident"]):
    """Residents; reached through the work they belong to, so nobody sees the list itself."""

    def visible_to(self, user: User) -> Self:
        """Scope: who has, or had, work at one of the teams of the role in effect (H4)."""
        if user.acting_role not in HANDLING_ROLES:
            return self.none()
        tied = Q()
        for work, _over, _desk in TIES:
            tied |= Q(has_work(work, team_id__in=user.team_ids))
        if user.minded_ids:
            tied |= on_desks(user.minded_ids)
        return self.filter(tied, merged_into__isnull=True)

    def for_card(self) -> Self:
        """Everything the page of one resident shows about the person, in one query.

        ``is_undoable`` says whether another card was merged into it that can still be undone.
        """
        merges: Any = Resident._meta.get_field("merges").related_model
        undoable = merges.objects.undoable(timezone.now()).filter(winner_id=OuterRef("pk"))
        rows = self.annotate(is_undoable=Exists(undoable))
        return rows.select_related("residentbsn", "secretaddress")

    def openable_by(self, user: User) -> Self:
        """Whose card this employee may open: of the team for a wijkwerker, else only one's own."""
        if user.acting_role == Role.TEAM_WORKER:
            return self.visible_to(user)
        if user.acting_role not in CARING_ROLES:
            return self.none()
        return self.visible_to(user).filter(on_desks(user.desk_ids))

    def on_desk_of(self, user: User) -> Self:
        """Who has open work on the desk of this employee (relation E)."""
        return self.filter(on_desks({user.pk}))


def derived(name: str, birth_date: date | None) -> dict[str, Any]:
    """The columns that follow from a name and a complete date of birth, for who makes rows."""
    return {**name_columns(name), **birth_parts(BirthDate.of(birth_date))}


class Resident(SubjectModel):
    """An inwoner of the municipality, as far as the work needs.

    ``name`` is what the caller told, or follows from the names of the BRP when those are known.
    ``birth_date`` is only there when all of it is known; the parts have 0 for what is unknown.
    The safe-contact card is part of it: whether and how this person can be called without harm.
    Of somebody with a secret address no address is kept here, so that nothing can show it.
    ``version`` counts the changes, so that an old form does not undo a newer text.
    ``merged_into`` is the card that took the place of this one, of which nothing is left (SV-5).
    """

    name = models.CharField("naam", max_length=NAME_LENGTH, blank=True)
    is_anonymous = models.BooleanField("wil anoniem blijven", default=False)
    given_names = models.CharField("voornamen", max_length=PART_LENGTH, blank=True)
    prefix = models.CharField("voorvoegsel", max_length=PREFIX_LENGTH, blank=True)
    family_name = models.CharField("geslachtsnaam", max_length=PART_LENGTH, blank=True)
    partner_prefix = models.CharField(
        "voorvoegsel van de partner", max_length=PREFIX_LENGTH, blank=True
    )
    partner_name = models.CharField(
        "geslachtsnaam van de partner", max_length=PART_LENGTH, blank=True
    )
    name_use = models.CharField(
        "naamgebruik", max_length=1, choices=NAME_USES, default=NameUse.OWN.value
    )
    gender = models.CharField(
        "geslachtsaanduiding", max_length=1, choices=GENDERS, default=Gender.UNKNOWN.value
    )
    form_of_address = models.CharField("aanspreekvorm", max_length=SPOKEN_LENGTH, blank=True)
    search_key = models.CharField(max_length=SEARCH_KEY_LENGTH, blank=True, editable=False)
    sound_key = models.CharField(max_length=SOUND_KEY_LENGTH, blank=True, editable=False)
    phone = models.CharField("telefoonnummer", max_length=16, blank=True)
    other_phone = models.CharField("ander telefoonnummer", max_length=16, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    postcode = models.CharField("postcode", max_length=6, blank=True)
    house_number = models.PositiveIntegerField("huisnummer", null=True, blank=True)
    house_suffix = models.CharField("toevoeging", max_length=10, blank=True)
    birth_date = models.DateField("geboortedatum", null=True, blank=True)
    birth_year = models.PositiveSmallIntegerField("geboortejaar", null=True, blank=True)
    birth_month = models.PositiveSmallIntegerField("geboortemaand", null=True, blank=True)
    birth_day = models.PositiveSmallIntegerField("geboortedag", null=True, blank=True)
    deceased_on = models.DateField("overleden op", null=True, blank=True)
    moved_on = models.DateField("verhuisd uit de gemeente op", null=True, blank=True)
    address_secret = models.BooleanField("geheim adres", default=False)
    may_be_called = models.BooleanField("mag gebeld worden", default=True)
    voicemail_allowed = models.BooleanField("voicemail mag", default=False)
    hide_municipality = models.BooleanField("noem de gemeente niet", default=False)
    hide_number = models.BooleanField("nummer niet in lijsten", default=False)
    call_from = models.TimeField("alleen bellen vanaf", null=True, blank=True)
    call_until = models.TimeField("alleen bellen tot", null=True, blank=True)
    language = models.CharField("taal", max_length=LANGUAGE_LENGTH, blank=True)
    needs_interpreter = models.BooleanField("tolk nodig", default=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged")
    created_at = models.DateTimeField("vastgelegd op", auto_now_add=True)

    objects = ResidentQuerySet.as_manager()

    class Meta:
        verbose_name = "inwoner"
        verbose_name_plural = "inwoners"
        constraints = [
            models.CheckConstraint(
                condition=Q(is_anonymous=True, name="") | (Q(is_anonymous=False) & ~Q(name="")),
                name="resident_name_unless_anonymous",
            ),
            models.CheckConstraint(
                condition=Q(address_secret=False)
                | Q(postcode="", house_number__isnull=True, house_suffix=""),
                name="resident_secret_address_not_kept",
            ),
            models.CheckConstraint(
                condition=Q(call_from__isnull=True, call_until__isnull=True)
                | Q(call_from__isnull=False, call_until__gt=F("call_from")),
                name="resident_call_hours_order",
            ),
            models.CheckConstraint(
                condition=Q(birth_year=None, birth_month=None, birth_day=None, birth_date=None)
                | (
                    Q(
                        birth_year__isnull=False,
                        birth_month__isnull=False,
                        birth_day__isnull=False,
                    )
                    & (
                        Q(birth_year__gt=0, birth_month__range=(1, 12), birth_day__range=(1, 31))
                        & Q(birth_date__isnull=False)
                        | Q(birth_year__gt=0, birth_month__range=(0, 12), birth_day=0)
                        & Q(birth_date=None)
                        | Q(birth_year=0, birth_month=0, birth_day=0, birth_date=None)
                    )
                ),
                name="resident_birth_date_in_parts",
            ),
            models.CheckConstraint(
                condition=Q(name_use__in=[use.value for use in NameUse])
                & Q(gender__in=[gender.value for gender in Gender]),
                name="resident_name_use_and_gender_known",
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None) | Q(is_anonymous=True, phone="", postcode=""),
                name="resident_merged_is_empty",
            ),
        ]
        indexes = [
            models.Index(fields=["phone"], name="resident_by_phone"),
            models.Index(
                fields=["other_phone"],
                condition=~Q(other_phone=""),
                name="resident_by_other_phone",
            ),
            models.Index(
                fields=["sound_key"], condition=~Q(sound_key=""), name="resident_by_sound"
            ),
            models.Index(
                fields=["postcode"], condition=~Q(postcode=""), name="resident_by_postcode"
            ),
            models.Index(
                fields=["birth_year", "birth_month", "birth_day", "search_key"],
                condition=Q(birth_year__isnull=False),
                name="resident_by_birth_and_name",
            ),
        ]

    class Privacy:
        personal = (
            "name",
            "is_anonymous",
            "given_names",
            "prefix",
            "family_name",
            "partner_prefix",
            "partner_name",
            "name_use",
            "gender",
            "form_of_address",
            "search_key",
            "sound_key",
            "phone",
            "other_phone",
            "email",
            "postcode",
            "house_number",
            "house_suffix",
            "birth_date",
            "birth_year",
            "birth_month",
            "birth_day",
            "deceased_on",
            "moved_on",
            "address_secret",
            "may_be_called",
            "voicemail_allowed",
            "hide_municipality",
            "hide_number",
            "call_from",
            "call_until",
            "language",
            "needs_interpreter",
        )
        purpose = "Weten wie het is, veilig bellen en bij het juiste team brengen (TEL-4, AVG-1)"
        retention = "een jaar na het laatste terugbelverzoek, zolang er geen dossier is"

    def __str__(self) -> str:
        return self.name or ANONYMOUS

    @property
    def names(self) -> Names:
        """The names as the BRP knows them."""
        return Names(**{name: getattr(self, name) for name in NAME_FIELDS})

    @property
    def salutation(self) -> str:
        """The first line of a letter, also for somebody we only know by what was told."""
        names = self.names
        if names.are_known or names.form_of_address or not self.name:
            return names.salutation
        return f"Geachte {self.name}"

    @property
    def born(self) -> BirthDate | None:
        """The date of birth as far as it is known; None when nobody asked."""
        if self.birth_year is None:
            return None
        return BirthDate(self.birth_year, self.birth_month or 0, self.birth_day or 0)

    def relations_to(self, user: User) -> frozenset[str]:
        """What ties an employee to this resident: their open work is on this person's desk (E)."""
        if user.acting_role not in CARING_ROLES:
            return frozenset()
        rows = Resident.objects.filter(pk=self.pk)
        if rows.on_desk_of(user).exists():
            return frozenset({OWN_RESIDENT})
        is_minded = user.minded_ids and rows.filter(on_desks(user.minded_ids)).exists()
        return frozenset({RESIDENT_DEPUTY}) if is_minded else frozenset()

    @property
    def must_be_read_first(self) -> bool:
        """Whether the card holds something one must know before seeing the number."""
        return (
            not self.may_be_called
            or self.hide_municipality
            or self.hide_number
            or self.call_from is not None
        )

    @property
    def address_line(self) -> str:
        """Postcode and house number as the caller gave them; empty when there is none."""
        if not self.postcode:
            return ""
        number = "" if self.house_number is None else f" {self.house_number}{self.house_suffix}"
        return f"{self.postcode[:4]} {self.postcode[4:]}{number}".strip()
