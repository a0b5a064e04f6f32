"""What the addresses of the meldcode are about."""

from types import SimpleNamespace
from typing import Any

from tests.factories.dossiers import FileColleagueFactory, FileFactory
from tests.factories.meldcode import (
    TODAY,
    OfficerFactory,
    SafetyCodeFactory,
    SafetyCodeReportFactory,
)


def _safety(world: SimpleNamespace) -> Any:
    """A meldcode of the handler; its officer works elsewhere, its colleague was not named."""
    file = FileFactory(team=world.noord, director=world.cast.handler)
    FileColleagueFactory(file=file, employee=world.cast.team_worker)
    FileColleagueFactory(file=file, employee=world.cast.city_hall_team, role="adviser")
    OfficerFactory(employee=world.cast.outsider_worker, team=world.noord)
    OfficerFactory(employee=world.cast.team_worker, team=world.cast.elsewhere)
    OfficerFactory(employee=world.cast.city_social_team, team=world.noord, valid_until=TODAY)
    code = SafetyCodeFactory(
        resident=file.resident,
        team=world.noord,
        holder=world.cast.handler,
        words="Kanarie in de meldcode",
    )
    code.bars.create(
        employee=world.cast.city_social_team, since=code.opened_at, added_by=code.holder
    )
    return code


def _report(world: SimpleNamespace) -> list[Any]:
    report = SafetyCodeReportFactory(code=_safety(world), words="Kanarie bij Veilig Thuis")
    return [report.code_id, report.uuid]


SAFETY_THINGS: dict[str, Any] = {
    "safety": lambda world: [_safety(world).pk],
    "safety-step": lambda world: [_safety(world).pk, 2],
    "safety-report": _report,
    "safety-person": lambda world: [_safety(world).pk, world.cast.team_worker.pk],
    "officer": lambda world: [OfficerFactory(employee=world.cast.team_worker, team=world.noord).pk],
}
