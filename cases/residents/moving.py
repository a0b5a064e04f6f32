"""What hangs on a card goes to another card, and can come back (SV-2, SV-6).

Only called inside the transaction of an act, with both residents locked.
"""

import base64
from typing import Any

from cases.residents.models import Resident, ResidentBsn, SecretAddress
from cases.residents.models.sealed import SealedModel
from cases.residents.relations import moved
from cases.residents.services.sealed import ROUTE_FORGOTTEN

SEALED: tuple[type[SealedModel], ...] = (ResidentBsn, SecretAddress)
Moved = dict[str, list[str]]
Kept = dict[str, str] | None
DEEPEST = 6


def lock_both(first: int, second: int) -> dict[int, Resident]:
    """Lock what hangs on both, then both, always in the same order.

    An act on a callback locks that first and its resident afterwards; so does this.
    """
    for link in moved():
        rows = link.rows(first, second).order_by("pk").select_for_update()
        list(rows.values_list("pk", flat=True))
    both = Resident.objects.select_for_update().filter(pk__in=(first, second)).order_by("pk")
    return {resident.pk: resident for resident in both}


def move_all(*, from_id: int, to_id: int) -> Moved:
    """Every row of one resident becomes one of another; which ones, by the name of the link."""
    done: Moved = {}
    for link in moved():
        numbers = [str(pk) for pk in link.rows(from_id).values_list("pk", flat=True)]
        if numbers:
            link.rows(from_id).update(**{link.field.attname: to_id})
            done[link.key] = numbers
    return done


def move_back(rows: Moved, *, from_id: int, to_id: int) -> None:
    """The rows that moved go back, and with them what hangs on them since."""
    for link in moved():
        back = link.rows(from_id).filter(pk__in=rows.get(link.key, []))
        back.update(**{link.field.attname: to_id})
    for _ in range(DEEPEST):
        if not sum(_follow(from_id, to_id)):
            return


def _follow(from_id: int, to_id: int) -> list[int]:
    """Parts made after the merge go with what they are part of; how many per link."""
    followed = []
    for link in moved():
        if link.parent is None:
            continue
        name, field = link.parent
        parts = link.rows(from_id).filter(**{f"{name}__{field.attname}": to_id})
        followed.append(parts.update(**{link.field.attname: to_id}))
    return followed


def forget_routes(resident_id: int) -> dict[str, list[Any]]:
    """Routes tell an address; of somebody whose address is secret none is left (IK-6)."""
    rows = Resident.objects.get(pk=resident_id).callbacks.exclude(routing_reason=ROUTE_FORGOTTEN)
    kept = {
        str(pk): [reason, place]
        for pk, reason, place in rows.values_list("pk", "routing_reason", "neighbourhood_id")
    }
    rows.update(routing_reason=ROUTE_FORGOTTEN, neighbourhood=None)
    return kept


def restore_routes(kept: dict[str, list[Any]], resident: Resident) -> None:
    """The routes of before, unless the address is secret or the route was given anew."""
    if resident.address_secret:
        return
    rows = resident.callbacks.filter(pk__in=kept, routing_reason=ROUTE_FORGOTTEN)
    for pk in list(rows.values_list("pk", flat=True)):
        reason, place = kept[str(pk)]
        rows.filter(pk=pk).update(routing_reason=reason, neighbourhood_id=place)


def sealed_of(resident_id: int) -> dict[str, Kept]:
    """What is kept closed of somebody, still closed: it opens in its own row only."""
    return {model.__name__: _kept(model, resident_id) for model in SEALED}


def put_sealed(model: type[SealedModel], resident_id: int, kept: Kept) -> None:
    """Make what is kept closed as it was; None is nothing."""
    model._base_manager.filter(pk=resident_id).delete()
    if kept is None:
        return
    row = model(resident_id=resident_id, sealed=base64.b64decode(kept["sealed"]))
    if isinstance(row, ResidentBsn):
        row.mark = kept["mark"]
    row.save(force_insert=True)


def _kept(model: type[SealedModel], resident_id: int) -> Kept:
    row = model._base_manager.filter(pk=resident_id).first()
    if row is None:
        return None
    kept = {"sealed": base64.b64encode(bytes(row.sealed)).decode()}
    return kept | ({"mark": row.mark} if isinstance(row, ResidentBsn) else {})
