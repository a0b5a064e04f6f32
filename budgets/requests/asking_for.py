"""For whom money is asked, locked: a dossier, a waakvlam, or a team without a resident (MB-1)."""

from dataclasses import dataclass

from budgets.ledger.models import PotPurpose
from budgets.requests.models import BudgetWish
from cases.dossiers.models import ResidentFile
from cases.dossiers.tracing import lock_file, may
from cases.permissions import Action
from cases.waakvlam.locking import lock_waakvlam
from cases.waakvlam.models import Waakvlam
from clusters.models import Team, User
from common.errors import RuleViolation

HELP, TEAM = PotPurpose.HELP, PotPurpose.TEAM
OF_FILE, OF_WAAKVLAM, OF_TEAM = (HELP,), (HELP, TEAM), (TEAM,)
"""Which pots pay; a waakvlam also asks for the contacts themselves (BUD-7)."""


@dataclass(frozen=True)
class ForWhom:
    """What a request hangs from; of a team there is no resident."""

    team: Team
    file: ResidentFile | None = None
    waakvlam: Waakvlam | None = None

    @property
    def resident_id(self) -> int | None:
        """Who is helped."""
        found = self.file or self.waakvlam
        return found.resident_id if found is not None else None

    @property
    def pots(self) -> tuple[PotPurpose, ...]:
        """The pots that can pay."""
        if self.file is not None:
            return OF_FILE
        return OF_TEAM if self.waakvlam is None else OF_WAAKVLAM

    def alone_for(self, wish: BudgetWish) -> int | None:
        """The resident of whom a worker decides alone; for the team itself nobody does (MB-4)."""
        return self.resident_id if wish.purpose.pot == HELP else None


def lock_for_whom(
    file_id: int | None, waakvlam_id: int | None, team_id: int | None, by: User
) -> ForWhom:
    """A dossier one works in, a running waakvlam one keeps, or a team of one's own.

    Raises DoesNotExist, PermissionDenied, or RuleViolation when it ended.
    """
    if file_id is not None:
        file = lock_file(file_id, by)
        may(file, Action.WRITE_FILE, by)
        return ForWhom(file.team, file=file)
    if waakvlam_id is not None:
        waakvlam, _ = lock_waakvlam(waakvlam_id, Action.KEEP_WAAKVLAM, by)
        if not waakvlam.is_running:
            raise RuleViolation("Deze waakvlam is beëindigd.")
        return ForWhom(waakvlam.team, waakvlam=waakvlam)
    teams = Team.objects.filter(pk__in=by.team_ids).select_for_update(no_key=True)
    return ForWhom(teams.get(pk=team_id or 0))  # locked, so that pressing twice asks once
