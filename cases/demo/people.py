"""The employees of the demo city, from ``people.csv``: who they are and which roles they hold.

The order of the file matters: the first person with a role is the one a visitor signs in as.
"""

import csv
import unicodedata
from datetime import date
from pathlib import Path

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX

from clusters.models import (
    Membership,
    PartnerOrganisation,
    Specialism,
    SpecialismPeriod,
    Team,
    User,
)

SOURCE = Path(__file__).with_name("people.csv")
DOMAIN = "wijkteams.example"
SINCE = date(2021, 1, 1)
DIRECT_LINE = "+313601001{:02d}"  # subscriber numbers never begin with 0; see residents.py


def create_people() -> list[User]:
    """Make every employee of the file with roles and specialisms; nobody can sign in by password.

    Needs the partners, teams and specialisms of ``clusters/reference``.
    """
    rows = read_people()
    users = [_user(row, number) for number, row in enumerate(rows)]
    User.objects.bulk_create(users)
    _create_memberships(users, rows)
    _create_specialisms(users, rows)
    return users


def read_people() -> list[dict[str, str]]:
    """The lines of the file."""
    return list(csv.DictReader(SOURCE.read_text(encoding="utf-8").splitlines()))


def _user(row: dict[str, str], number: int) -> User:
    """An account that only the demo sign-in opens."""
    login = f"{_plain(row['first_name'])}.{_plain(row['last_name'])}"
    return User(
        username=login,
        first_name=row["first_name"],
        last_name=row["last_name"],
        email=f"{login}@{DOMAIN}",
        job_title=row["job_title"],
        phone=DIRECT_LINE.format(number),
        is_demo=True,
        password=f"{UNUSABLE_PASSWORD_PREFIX}demo-{login}",
    )


def _create_memberships(users: list[User], rows: list[dict[str, str]]) -> None:
    teams = {team.code: team for team in Team.objects.all()}
    partners = {partner.code: partner for partner in PartnerOrganisation.objects.all()}
    Membership.objects.bulk_create(
        Membership(
            user=user,
            role=role,
            team=teams[team] if team else None,
            organisation=partners[row["organisation"]],
            valid_from=SINCE,
        )
        for user, row in zip(users, rows, strict=True)
        for role, _, team in (each.partition("@") for each in row["roles"].split(";"))
    )


def _create_specialisms(users: list[User], rows: list[dict[str, str]]) -> None:
    known = {specialism.code: specialism for specialism in Specialism.objects.all()}
    SpecialismPeriod.objects.bulk_create(
        SpecialismPeriod(user=user, specialism=known[code], valid_from=SINCE)
        for user, row in zip(users, rows, strict=True)
        for code in row["specialisms"].split()
    )


def _plain(name: str) -> str:
    """A name as it stands in a mail address: Yıldız becomes yildiz, de Boer becomes deboer."""
    letters = unicodedata.normalize("NFKD", name.lower().replace("ı", "i"))
    return "".join(letter for letter in letters if letter.isascii() and letter.isalpha())
