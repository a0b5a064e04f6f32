"""What one chooses of a meeting and of a point, and how long a guest sees one."""

from django.conf import settings
from django.db import models

from cases.dossiers.models.files import WORKING_ROLES
from clusters.models import Role

GUEST_ROLES = WORKING_ROLES | {Role.LIAISON, Role.CLIENT_SUPPORT}
"""Roles in which somebody can be a guest at a point (security 3.3 row 10: C)."""
PLANNING_ROLES = WORKING_ROLES | {Role.TEAM_MANAGER}
"""Roles that see when there is a meeting."""
LONGEST_ACCESS = 90
"""Days after a meeting on which a guest may still see a point, at most (security 3.2: C)."""


class ConferenceKind(models.TextChoices):
    """Of whom a meeting is."""

    TEAM = "team", "Casusoverleg"
    DISTRICT = "district", "Casustafel"


class Rhythm(models.IntegerChoices):
    """How many weeks lie between two meetings."""

    WEEK = 1, "Elke week"
    TWO = 2, "Om de twee weken"
    FOUR = 4, "Om de vier weken"


class OnClosedDay(models.TextChoices):
    """What becomes of a meeting on a holiday or on a day that we are closed (CT-3)."""

    MOVE = "move", "Naar de eerste werkdag daarna"
    SKIP = "skip", "Gaat niet door"


class Topic(models.TextChoices):
    """What a point is about, as the stadsdelen name it (SST-7)."""

    DEBTS = "debts", "Schulden en armoede"
    INCOME = "income", "Inkomen"
    YOUTH = "youth", "Jeugd"
    ADDICTION = "addiction", "Verslaving"
    MENTAL = "mental", "GGZ en begeleiding"
    HOUSING = "housing", "Wonen"
    OTHER = "other", "Anders"


def access_days() -> int:
    """How many days after the meeting a guest sees a point: a setting, and never more than 90."""
    return min(settings.CONFERENCE_ACCESS_DAYS, LONGEST_ACCESS)
