"""Rules of the organisation that the database itself keeps, on PostgreSQL and on SQLite.

Called by a migration; a later migration that rebuilds one of these tables on SQLite loses its
triggers and calls ``install`` again (a test notices when it does not). On PostgreSQL a rule that
looks at another table locks the row it looks at, so that two people at once cannot get round it.
"""

from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

ASSIGNMENT = "clusters_neighbourhoodassignment"
NEIGHBOURHOOD = "clusters_neighbourhood"
CLUSTER = "clusters_cluster"
TEAM = "clusters_team"
FOREVER = "'9999-12-31'"
TODAY = {
    "postgresql": "(now() AT TIME ZONE 'Europe/Amsterdam')::date",
    "sqlite": "date('now', 'localtime')",
}


@dataclass(frozen=True)
class Rule:
    """A change of ``table`` that is refused when ``refused_when`` is true; ``TODAY`` is filled in.

    ``locks`` are the rows of other tables the rule relies on: (table, column of the new row).
    """

    name: str
    table: str
    events: tuple[str, ...]
    refused_when: str
    locks: tuple[tuple[str, str], ...] = ()


RULES = (
    Rule(  # CLU-3
        "assignment_in_one_district",
        ASSIGNMENT,
        ("INSERT", "UPDATE"),
        f"(SELECT district_id FROM {NEIGHBOURHOOD} WHERE id = NEW.neighbourhood_id)"
        f" <> (SELECT district_id FROM {CLUSTER} WHERE id = NEW.cluster_id)",
        ((NEIGHBOURHOOD, "neighbourhood_id"), (CLUSTER, "cluster_id")),
    ),
    Rule(  # CLU-1
        "assignment_history_kept",
        ASSIGNMENT,
        ("DELETE",),
        "OLD.valid_from < TODAY",
    ),
    Rule(
        "assignment_history_fixed",
        ASSIGNMENT,
        ("UPDATE",),
        "OLD.valid_from < TODAY AND (NEW.valid_from <> OLD.valid_from"
        " OR NEW.cluster_id <> OLD.cluster_id OR NEW.neighbourhood_id <> OLD.neighbourhood_id)",
    ),
    Rule(  # CLU-3
        "neighbourhood_stays_in_district",
        NEIGHBOURHOOD,
        ("UPDATE",),
        "NEW.district_id <> OLD.district_id AND EXISTS (SELECT 1"
        f" FROM {ASSIGNMENT} a JOIN {CLUSTER} c ON c.id = a.cluster_id"
        " WHERE a.neighbourhood_id = NEW.id AND c.district_id <> NEW.district_id)",
    ),
    Rule(  # CLU-3
        "cluster_stays_in_district",
        CLUSTER,
        ("UPDATE",),
        "NEW.district_id <> OLD.district_id AND EXISTS (SELECT 1"
        f" FROM {ASSIGNMENT} a JOIN {NEIGHBOURHOOD} n ON n.id = a.neighbourhood_id"
        " WHERE a.cluster_id = NEW.id AND n.district_id <> NEW.district_id)",
    ),
    Rule(  # CLU-8
        "cluster_deviating_without_team",
        CLUSTER,
        ("UPDATE",),
        f"NEW.deviating_service AND EXISTS (SELECT 1 FROM {TEAM} t WHERE t.cluster_id = NEW.id"
        " AND (t.valid_until IS NULL OR t.valid_until >= TODAY))",
    ),
    Rule(  # CLU-8
        "cluster_routes_to_wijkteam",
        CLUSTER,
        ("INSERT", "UPDATE"),
        f"NEW.routes_to_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {TEAM} t"
        " WHERE t.id = NEW.routes_to_id AND t.kind = 'wijkteam')",
        ((TEAM, "routes_to_id"),),
    ),
    Rule(  # CLU-8
        "team_not_of_deviating_cluster",
        TEAM,
        ("INSERT", "UPDATE"),
        "(NEW.valid_until IS NULL OR NEW.valid_until >= TODAY) AND EXISTS (SELECT 1"
        f" FROM {CLUSTER} c WHERE c.id = NEW.cluster_id AND c.deviating_service)",
        ((CLUSTER, "cluster_id"),),
    ),
    Rule(  # CLU-8
        "team_of_route_stays_wijkteam",
        TEAM,
        ("UPDATE",),
        f"NEW.kind <> 'wijkteam' AND EXISTS (SELECT 1 FROM {CLUSTER} c"
        " WHERE c.routes_to_id = NEW.id)",
    ),
)

# SQLite knows no exclusion constraint, and INSERT OR REPLACE removes a row without a DELETE.
SQLITE_RULES = (
    *(
        Rule(
            f"assignment_one_cluster_a_day_{event.lower()}",
            ASSIGNMENT,
            (event,),
            f"EXISTS (SELECT 1 FROM {ASSIGNMENT} a WHERE a.neighbourhood_id = NEW.neighbourhood_id"
            f" AND a.valid_from <= COALESCE(NEW.valid_until, {FOREVER})"
            f" AND COALESCE(a.valid_until, {FOREVER}) >= NEW.valid_from{other})",
        )
        for event, other in (("INSERT", ""), ("UPDATE", " AND a.id <> OLD.id"))
    ),
    *(
        Rule(
            f"{table.removeprefix('clusters_')}_not_replaced",
            table,
            ("INSERT",),
            f"EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)",
        )
        for table in (ASSIGNMENT, NEIGHBOURHOOD, CLUSTER, TEAM)
    ),
)

# A box per assignment, as wide as one neighbourhood and as long as its period: two boxes that
# touch are two clusters on one day. This needs no extension, as a date range would.
EXCLUSION = "assignment_one_cluster_a_day"
ADD_EXCLUSION = f"""
ALTER TABLE {ASSIGNMENT} ADD CONSTRAINT {EXCLUSION} EXCLUDE USING gist (
    box(
        point(neighbourhood_id, valid_from - DATE '2000-01-01'),
        point(neighbourhood_id, COALESCE(valid_until, DATE {FOREVER}) - DATE '2000-01-01')
    ) WITH &&
)"""
REMOVE_EXCLUSION = f"ALTER TABLE {ASSIGNMENT} DROP CONSTRAINT IF EXISTS {EXCLUSION}"


REASONS = {
    "UNIQUE": "Deze regel bestaat al.",
    "unique": "Deze regel bestaat al.",
    "assignment_in_one_district": "De wijk en het cluster liggen niet in hetzelfde stadsdeel.",
    "assignment_history_kept": "Een indeling die is begonnen, blijft bewaard.",
    "assignment_history_fixed": "Een indeling die is begonnen, kan alleen eindigen.",
    "assignment_one_cluster_a_day": "Deze wijk hoort in deze periode al bij een cluster.",
    "neighbourhood_stays_in_district": "De wijk hoort bij een cluster in het oude stadsdeel.",
    "cluster_stays_in_district": "Bij het cluster horen wijken in het oude stadsdeel.",
    "cluster_deviating_without_team": "Dit cluster heeft nog een eigen team; beëindig dat eerst.",
    "cluster_routes_to_wijkteam": "Vragen kunnen alleen naar een wijkteam gaan.",
    "team_not_of_deviating_cluster": "Dit cluster heeft geen eigen team.",
    "team_of_route_stays_wijkteam": "Een ander cluster stuurt zijn vragen naar dit wijkteam.",
    "cluster_deviating_has_route": "Kies naar welk team de vragen van dit cluster gaan.",
    "team_wijkteam_has_cluster": "Een wijkteam hoort bij een cluster; een ander team niet.",
    "partner_not_steered_by_itself": "Een organisatie stuurt zichzelf niet aan.",
    "opening_hours_order": "De sluitingstijd ligt na de openingstijd.",
    "postcode_rule_range": "Vul beide huisnummers in, het laagste eerst, of geen van beide.",
    "_period": "De einddatum ligt voor de begindatum.",
}
"""Why the database refused, for the person at the screen; the first name that fits counts."""


def explain(error: Exception) -> str:
    """The reason behind an IntegrityError, in Dutch."""
    found = [reason for name, reason in REASONS.items() if name in str(error)]
    return found[0] if found else "De database weigerde deze wijziging."


def install(connection: BaseDatabaseWrapper) -> None:
    """Put every rule in the database, whether or not it was there."""
    remove(connection)
    with connection.cursor() as cursor:
        for statement in _statements(connection.vendor):
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take every rule out again: for the way back of the migration, and for tests."""
    postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for name, table in trigger_names(connection.vendor):
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{f' ON {table}' if postgres else ''}")
        if postgres:
            cursor.execute(REMOVE_EXCLUSION)
            for rule in RULES:
                cursor.execute(f"DROP FUNCTION IF EXISTS clusters_{rule.name}()")


def trigger_names(vendor: str) -> list[tuple[str, str]]:
    """Every trigger that must be there, with its table."""
    if vendor == "postgresql":
        return [(rule.name, rule.table) for rule in RULES]
    return [
        (f"{rule.name}_{event.lower()}", rule.table)
        for rule in (*RULES, *SQLITE_RULES)
        for event in rule.events
    ]


def _statements(vendor: str) -> list[str]:
    """Everything that ``install`` runs."""
    if vendor != "postgresql":
        return [
            f"CREATE TRIGGER {rule.name}_{event.lower()} BEFORE {event} ON {rule.table}"
            f" WHEN {_condition(rule, 'sqlite')}"
            f" BEGIN SELECT RAISE(ABORT, '{rule.name}'); END"
            for rule in (*RULES, *SQLITE_RULES)
            for event in rule.events
        ]
    return [ADD_EXCLUSION, *(part for rule in RULES for part in _postgres(rule))]


def _postgres(rule: Rule) -> tuple[str, str, str]:
    """A function that refuses, and the trigger that calls it, also in a replica session."""
    locks = "".join(
        f"PERFORM 1 FROM {table} WHERE id = NEW.{column} FOR SHARE; "
        for table, column in rule.locks
    )
    function = f"""
    CREATE FUNCTION clusters_{rule.name}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        {locks}
        IF {_condition(rule, "postgresql")} THEN
            RAISE EXCEPTION '{rule.name}' USING ERRCODE = 'check_violation';
        END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    END $$"""
    trigger = (
        f"CREATE TRIGGER {rule.name} BEFORE {' OR '.join(rule.events)} ON {rule.table}"
        f" FOR EACH ROW EXECUTE FUNCTION clusters_{rule.name}()"
    )
    return function, trigger, f"ALTER TABLE {rule.table} ENABLE ALWAYS TRIGGER {rule.name}"


def _condition(rule: Rule, vendor: str) -> str:
    return rule.refused_when.replace("TODAY", TODAY[vendor])
