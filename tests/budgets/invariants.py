"""M1 to M15 of the money (security 6), each as a check of its own on what the tables say.

Nothing here uses the code that posts or adds up: the rows are read and counted again in Python.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from audit.models import AuditEvent
from budgets.ledger.models import Account, Entry, Pot
from budgets.requests.models import BudgetRequest
from cases.dossiers.models import ResidentFile
from clusters.models import Membership
from tests.factories.cases import MONDAY

WORKER_CENTS, MANAGER_CENTS = 25_000, 250_000
ENDED = ("refused", "withdrawn", "lapsed")
CARRIED = ("available", "reserved", "receivable")
ENTRY_COLUMNS = {
    "id", "at", "pot_id", "year", "kind", "debit_id", "credit_id", "amount_cents", "key",
    "reference", "by_id", "reverses_id",
}  # fmt: skip
Found = Iterator[str]
Row = dict[str, Any]


class Books:
    """Every row about money at one moment."""

    def __init__(self) -> None:
        self.pots: dict[int, Row] = {row["id"]: row for row in Pot.objects.order_by().values()}
        self.accounts: dict[int, Row] = {row["id"]: row for row in Account.objects.values()}
        self.entries: list[Row] = list(Entry.objects.order_by("pk").values())
        self.requests: dict[Any, Row] = {
            row["uuid"]: row for row in BudgetRequest.objects.order_by("pk").values()
        }
        lines = AuditEvent.objects.filter(code="ledger.posted", object_type="budgets.entry")
        self.lines = Counter(lines.values_list("object_id", flat=True))
        self.of_request: dict[Any, Counter[str]] = defaultdict(Counter)
        self.reversed_ids = {row["reverses_id"] for row in self.entries} - {None}
        for row in self.entries:
            if row["id"] not in self.reversed_ids and row["kind"] != "reverse":
                self.of_request[row["reference"]][row["kind"]] += row["amount_cents"]
        for sums in self.of_request.values():
            sums["pay"] -= sums["bounce"]  # of a closed year: the payment itself is not reversed

    def balance(self, kind: str, **own: Any) -> int:
        """What the accounts of a kind hold, by their own column."""
        return sum(
            each["balance_cents"]
            for each in self.accounts.values()
            if each["kind"] == kind and all(each[name] == value for name, value in own.items())
        )

    def kinds_of(self, entry: Row) -> tuple[str, str]:
        """From which sort of account to which."""
        return self.accounts[entry["credit_id"]]["kind"], self.accounts[entry["debit_id"]]["kind"]


def entries_only_grow(now: Books, before: Books) -> Found:
    """M1: nothing that was booked changes; a correction is the opposite of one entry, once."""
    if now.entries[: len(before.entries)] != before.entries:
        yield "an entry changed or went"
    by_id = {row["id"]: row for row in now.entries}
    for row in now.entries:
        back = by_id.get(row["reverses_id"])
        same = back and (back["debit_id"], back["credit_id"], back["amount_cents"])
        if (row["kind"] == "reverse") != (back is not None):
            yield f"entry {row['id']} reverses nothing, or is no reversal"
        elif back and same != (row["credit_id"], row["debit_id"], row["amount_cents"]):
            yield f"entry {row['id']} is not the opposite"
    if len(now.reversed_ids) != sum(row["kind"] == "reverse" for row in now.entries):
        yield "an entry was reversed twice"


def an_entry_is_between_two(now: Books, before: Books) -> Found:
    """M2: one debit, one credit, of one pot and its year, and an amount above zero."""
    for row in now.entries:
        pots = {now.accounts[row[side]]["pot_id"] for side in ("debit_id", "credit_id")}
        if row["debit_id"] == row["credit_id"] or row["amount_cents"] <= 0:
            yield f"entry {row['id']} moves nothing"
        if pots != {row["pot_id"]} or now.pots[row["pot_id"]]["year"] != row["year"]:
            yield f"entry {row['id']} leaves its pot or its year"


def nothing_is_made_or_lost(now: Books, before: Books) -> Found:
    """M3: the accounts of a pot, and so all of them, add up to zero."""
    for pot in now.pots:
        if total := sum(a["balance_cents"] for a in now.accounts.values() if a["pot_id"] == pot):
            yield f"pot {pot} is {total} off"


def a_pot_is_whole(now: Books, before: Books) -> Found:
    """M4: granted = available + reserved + spent − repaid, counted from the sorts of entries."""
    for pot in now.pots:
        sums: Counter[str] = Counter()
        for row in now.entries:
            if row["pot_id"] == pot and row["id"] not in now.reversed_ids:
                sums[row["kind"]] += row["amount_cents"]
                sums[f"{row['kind']} {' '.join(now.kinds_of(row))}"] += row["amount_cents"]
        taken = {k: sums[f"carry_in source {k}"] - sums[f"carry_out {k} source"] for k in CARRIED}
        granted = sums["grant"] + sums["move_in"] - sums["move_out"] - sums["give_back"]
        free = granted - sums["reserve"] + sums["release"] + sums["repay"] + taken["available"]
        reserved = sums["reserve"] - sums["release"] - sums["pay"] + sums["bounce"]
        granted += sum(taken.values()) + sums["bounce source reserved"]
        counted = [granted, free, reserved + taken["reserved"]]
        held = [now.balance(kind, pot_id=pot) for kind in ("source", "available", "reserved")]
        if counted != [-held[0], *held[1:]]:
            yield f"pot {pot}: {counted} granted, available and reserved; holds {held}"


def paid_is_within_reserved(now: Books, before: Books) -> Found:
    """M5: approved reserves, a payment is no more than that, and the rest is free again."""
    for uuid, row in now.requests.items():
        sums = now.of_request[uuid]
        left = sums["reserve"] - sums["release"] - sums["pay"]
        if left != (row["amount_cents"] if row["state"] == "approved" else 0) and not (
            row["state"] == "approved" and 0 < left <= row["amount_cents"] and sums["release"]
        ):
            yield f"request {row['id']} is {row['state']} with {left} reserved"
        if now.balance("reserved", reference=uuid) != left or sums["pay"] > sums["reserve"]:
            yield f"request {row['id']} paid more than was reserved"
        if row["state"] == "approved" and row["lapses_on"] is None:
            yield f"request {row['id']} never lapses"


def an_act_is_booked_once(now: Books, before: Books) -> Found:
    """M6: an act has one entry of a sort."""
    for act, count in Counter((row["key"], row["kind"]) for row in now.entries).items():
        if count > 1:
            yield f"{act} was booked {count} times"


def somebody_else_decides(now: Books, before: Books) -> Found:
    """M7: who asked or works in the dossier never decides; the role fits the amount."""
    for uuid, row in now.requests.items():
        if row["signed_by_id"] and row["signed_by_id"] == row["proposed_by_id"]:
            yield f"request {row['id']} was signed twice by one person"
        if row["decided_by_id"] is None or _was(before, uuid, "decided_by_id"):
            continue
        yield from _decided_well(row, now)


def _decided_well(row: Row, now: Books) -> Found:
    decider, cents = row["decided_by_id"], row["amount_cents"]
    if row["level"] == "worker":
        alone = _alone(row, now)
        if decider != row["requested_by_id"] or row["file_id"] is None or alone > WORKER_CENTS:
            yield f"request {row['id']}: a worker decided about {alone} alone"
        return
    roles = set(Membership.objects.filter(user_id=decider).values_list("role", "team_id"))
    fits = {(name, row["team_id"]) for name in ("team_manager",)} & roles
    if row["level"] == "general":
        fits = {each for each in roles if each[0] == "general_manager"}
    if decider == row["requested_by_id"] or not fits:
        yield f"request {row['id']} was decided by the wrong person"
    if row["level"] == "manager" and (cents > MANAGER_CENTS or row["has_conflict"]):
        yield f"request {row['id']} is above the mandate of a manager"
    file = ResidentFile.objects.filter(pk=row["file_id"]).first()
    if file and file.workers(MONDAY.date()).filter(pk=decider).exists():
        yield f"request {row['id']} was decided by who works in the dossier"


def _alone(row: Row, now: Books) -> int:
    """What was decided alone for this dossier in the thirty days before, with this one."""
    since = row["requested_at"] - timedelta(days=30)
    return sum(
        each["amount_cents"]
        for each in now.requests.values()
        if (each["file_id"], each["level"]) == (row["file_id"], "worker")
        and each["state"] in ("approved", "paid")
        and each["requested_at"] > since
    )


def no_account_is_overdrawn(now: Books, before: Books) -> Found:
    """M8: nothing is below zero; only what a pot was granted counts the other way."""
    for row in now.accounts.values():
        if (row["balance_cents"] > 0) if row["kind"] == "source" else (row["balance_cents"] < 0):
            yield f"account {row['id']} ({row['kind']}) holds {row['balance_cents']}"


def a_balance_is_its_entries(now: Books, before: Books) -> Found:
    """M9: every balance, and what a request says of itself, is the sum of its entries."""
    sums: Counter[int] = Counter()
    for row in now.entries:
        sums[row["debit_id"]] += row["amount_cents"]
        sums[row["credit_id"]] -= row["amount_cents"]
    for number, row in now.accounts.items():
        if row["balance_cents"] != sums[number]:
            yield f"account {number} holds {row['balance_cents']} of {sums[number]}"
    for uuid, row in now.requests.items():
        if row["paid_cents"] != now.of_request[uuid]["pay"]:
            yield f"request {row['id']} says {row['paid_cents']} paid"
        if row["owed_cents"] != now.balance("receivable", reference=uuid):
            yield f"request {row['id']} says {row['owed_cents']} open"


def what_comes_back_fills_its_pot(now: Books, before: Books) -> Found:
    """M10: never more than the advance, into the pot of its payment or the one it was taken to."""
    pots = {}
    for row in now.entries:
        if row["kind"] == "pay" or now.kinds_of(row) == ("source", "receivable"):
            pots[row["reference"]] = row["pot_id"]
        if row["kind"] == "repay" and (
            row["pot_id"] != pots.get(row["reference"])
            or now.kinds_of(row) != ("receivable", "available")
        ):
            yield f"entry {row['id']} came back in another pot"
    for uuid, row in now.requests.items():
        sums = now.of_request[uuid]
        back = sums["repay"] + sums["gift"] + sums["write_off"]
        if row["form"] == "advance" and back + row["owed_cents"] != sums["pay"]:
            yield f"request {row['id']}: {back} back, {row['owed_cents']} open, {sums['pay']} paid"
        if row["form"] == "gift" and back:
            yield f"request {row['id']} is a gift and came back"


def a_closed_pot_is_final(now: Books, before: Books) -> Found:
    """M11: nothing is booked in a pot that was closed, and nothing is left to book there."""
    closed = {number for number, pot in before.pots.items() if pot["closed_at"]}
    for row in now.entries[len(before.entries) :]:
        if row["pot_id"] in closed:
            yield f"entry {row['id']} is of a closed pot"
    for row in now.accounts.values():
        if row["kind"] in CARRIED and row["balance_cents"] and now.pots[row["pot_id"]]["closed_at"]:
            yield f"account {row['id']} was left behind"


def cents_are_whole(now: Books, before: Books) -> Found:
    """M12: integers everywhere, and the parts of a request are the whole."""
    amounts = [row["amount_cents"] for row in now.entries]
    amounts += [row["balance_cents"] for row in now.accounts.values()]
    if any(type(cents) is not int for cents in amounts):
        yield "an amount is no whole number"
    for uuid, row in now.requests.items():
        sums = now.of_request[uuid]
        if sums["reserve"] not in (0, row["amount_cents"]):
            yield f"request {row['id']} reserved {sums['reserve']} of {row['amount_cents']}"


def decided_once_and_ended_for_good(now: Books, before: Books) -> Found:
    """M13: one reservation per request; what was refused, withdrawn or lapsed stays so."""
    reserved = Counter(row["reference"] for row in now.entries if row["kind"] == "reserve")
    for uuid, row in now.requests.items():
        has_one = row["decided_at"] is not None and row["state"] != "refused"
        if reserved[uuid] != has_one:
            yield f"request {row['id']} ({row['state']}) was reserved {reserved[uuid]} times"
        if _was(before, uuid, "state") in ENDED and row["state"] != _was(before, uuid, "state"):
            yield f"request {row['id']} came back from {_was(before, uuid, 'state')}"
        if _was(before, uuid, "decided_at") not in (None, row["decided_at"]):
            yield f"request {row['id']} was decided again"


def nobody_is_named(now: Books, before: Books) -> Found:
    """M14: the ledger holds numbers and the uuid of a request, and no column for a word."""
    for row in now.entries:
        if set(row) != ENTRY_COLUMNS:
            yield f"unknown columns: {set(row) ^ ENTRY_COLUMNS}"
        if row["reference"] is not None and row["reference"] not in now.requests:
            yield f"entry {row['id']} refers to something else than a request"


def an_entry_has_one_line(now: Books, before: Books) -> Found:
    """M15: one line in the trail for every entry, and none without."""
    if now.lines != Counter(str(row["id"]) for row in now.entries):
        yield f"{len(now.entries)} entries, {now.lines.total()} lines"


def _was(before: Books, uuid: Any, column: str) -> Any:
    return before.requests.get(uuid, {}).get(column)


INVARIANTS: dict[str, Callable[[Books, Books], Found]] = {
    "M1": entries_only_grow,
    "M2": an_entry_is_between_two,
    "M3": nothing_is_made_or_lost,
    "M4": a_pot_is_whole,
    "M5": paid_is_within_reserved,
    "M6": an_act_is_booked_once,
    "M7": somebody_else_decides,
    "M8": no_account_is_overdrawn,
    "M9": a_balance_is_its_entries,
    "M10": what_comes_back_fills_its_pot,
    "M11": a_closed_pot_is_final,
    "M12": cents_are_whole,
    "M13": decided_once_and_ended_for_good,
    "M14": nobody_is_named,
    "M15": an_entry_has_one_line,
}


def broken(now: Books, before: Books) -> list[str]:
    """Which invariants do not hold, each by its number; empty when all is well."""
    return [
        f"{name}: {words}" for name, check in INVARIANTS.items() for words in check(now, before)
    ]
