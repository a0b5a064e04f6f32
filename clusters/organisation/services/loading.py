"""The first filling of the organisation, from the files in ``clusters/reference``.

Only what is missing is added; what the functional administrator changed is left as it is. The
column ``status`` says where a fact comes from: ``sourced``, or ``illustrative`` (made up, and
shown as such on screen).
"""

import csv
from pathlib import Path
from typing import Any

from django.db import models, transaction

from audit.services import record
from clusters.organisation.models import (
    ClosingDay,
    Cluster,
    District,
    Neighbourhood,
    NeighbourhoodAssignment,
    OpeningHours,
    PartnerOrganisation,
    PostcodeRule,
    Team,
    WorkLocation,
)

FOLDER = Path(__file__).resolve().parents[2] / "reference"
Row = dict[str, str]


@transaction.atomic
def load_organisation(*, dry_run: bool = False) -> list[str]:
    """Fill what is still empty of the organisation; say what was added (``cluster:HAV``).

    Rules: CLU-1, CLU-3, CLU-8 (the database refuses a file that breaks them).
    Raises: KeyError for a code in a file that no other file knows.
    Effects: audit line when something was added; with ``dry_run`` nothing stays.
    """
    list(District.objects.select_for_update())
    added = [line for step in STEPS for line in step()]
    if added and not dry_run:
        record("organisation.imported", by=None)
    transaction.set_rollback(dry_run)
    return added


def _districts() -> list[str]:
    return [_add(District, row, name=row["name"]) for row in _missing(District)]


def _partners() -> list[str]:
    return [
        _add(
            PartnerOrganisation,
            row,
            name=row["name"],
            specialism=row["specialism"],
            steered_by=_find(PartnerOrganisation, row["steered_by"]),
            agreement_from=row["agreement_from"],
        )
        for row in _missing(PartnerOrganisation)
    ]


def _locations() -> list[str]:
    return [
        _add(
            WorkLocation,
            row,
            name=row["name"],
            address=row["address"],
            walk_in_hours=row["walk_in_hours"],
            is_illustrative=_is_illustrative(row),
        )
        for row in _missing(WorkLocation)
    ]


def _clusters_with_a_team() -> list[str]:
    return [_add_cluster(row) for row in _missing(Cluster) if not row["routes_to"]]


def _deviating_clusters() -> list[str]:
    return [_add_cluster(row) for row in _missing(Cluster)]


def _add_cluster(row: Row) -> str:
    """A cluster that names another team is the one without a team of its own (CLU-8)."""
    return _add(
        Cluster,
        row,
        name=row["name"],
        district=_find(District, row["district"]),
        deviating_service=bool(row["routes_to"]),
        routes_to=_find(Team, row["routes_to"]),
        valid_from=row["valid_from"],
        note=row["note"],
        is_illustrative=_is_illustrative(row),
    )


def _teams() -> list[str]:
    added = []
    for row in _missing(Team):
        added.append(
            _add(
                Team,
                row,
                name=row["name"],
                kind=row["kind"],
                cluster=_find(Cluster, row["cluster"]),
                valid_from=row["valid_from"],
                is_illustrative=_is_illustrative(row),
            )
        )
        Team.objects.get(code=row["code"]).locations.add(_find(WorkLocation, row["locations"]))
    return added


def _neighbourhoods() -> list[str]:
    """A neighbourhood comes with its first assignment; later ones are the administrator's."""
    added = []
    for row in _missing(Neighbourhood):
        added.append(
            _add(
                Neighbourhood,
                row,
                name=row["name"],
                district=_find(District, row["district"]),
                inhabitants=row["inhabitants"],
                inhabitants_year=row["inhabitants_year"],
                cbs_code=row["cbs_code"],
                jgz_area=row["jgz_area"],
                po_area=row["po_area"],
                is_illustrative=_is_illustrative(row),
            )
        )
        NeighbourhoodAssignment.objects.create(
            neighbourhood=_find(Neighbourhood, row["code"]),
            cluster=_find(Cluster, row["cluster"]),
            valid_from=row["valid_from"],
        )
    return added


def _postcode_rules() -> list[str]:
    """Only into an empty table: an import replaces the whole table."""
    if PostcodeRule.objects.exists():
        return []
    places = {place.code: place for place in Neighbourhood.objects.all()}
    rules = [
        PostcodeRule(
            pc4=row["pc4"],
            letters=row["letters"],
            from_number=row["from_number"] or None,
            until_number=row["until_number"] or None,
            parity=row["parity"] or "all",
            neighbourhood=places[row["neighbourhood"]],
            valid_from=row["valid_from"],
            is_illustrative=_is_illustrative(row),
        )
        for row in _rows(PostcodeRule)
    ]
    return [f"postcoderule:{rule}" for rule in PostcodeRule.objects.bulk_create(rules)]


def _opening_hours() -> list[str]:
    """Only into an empty table: a weekday without a row is a day on which we are closed."""
    if OpeningHours.objects.exists():
        return []
    rows = [OpeningHours(**row) for row in _rows(OpeningHours)]
    return [f"openinghours:{row.weekday}" for row in OpeningHours.objects.bulk_create(rows)]


def _closing_days() -> list[str]:
    present = {day.isoformat() for day in ClosingDay.objects.values_list("date", flat=True)}
    rows = [
        ClosingDay(
            date=row["date"],
            label=row["label"],
            is_closed=row["is_closed"] == "yes",
            by_decree=row["by_decree"] == "yes",
        )
        for row in _rows(ClosingDay)
        if row["date"] not in present
    ]
    return [f"closingday:{row.date}" for row in ClosingDay.objects.bulk_create(rows)]


STEPS = (
    _districts,
    _partners,
    _locations,
    _clusters_with_a_team,
    _teams,
    _deviating_clusters,
    _neighbourhoods,
    _postcode_rules,
    _opening_hours,
    _closing_days,
)


def _rows(model: type[models.Model]) -> list[Row]:
    """The file of this model."""
    source = FOLDER / f"{model._meta.model_name}.csv"
    return list(csv.DictReader(source.read_text(encoding="utf-8").splitlines()))


def _missing(model: type[Any]) -> list[Row]:
    """The lines of the file whose code the table does not have."""
    present = set(model.objects.values_list("code", flat=True))
    return [row for row in _rows(model) if row["code"] not in present]


def _add(model: type[Any], row: Row, **values: Any) -> str:
    model.objects.create(code=row["code"], **values)
    return f"{model._meta.model_name}:{row['code']}"


def _find(model: type[Any], code: str) -> Any:
    """The row with this code; None for an empty cell."""
    return model.objects.get(code=code) if code else None


def _is_illustrative(row: Row) -> bool:
    return row["status"] == "illustrative"
