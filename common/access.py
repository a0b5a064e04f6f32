"""The one engine that reads every app's grant table: may this person do this, and why.

Two questions decide every request. *Scope*: may this employee know the record exists? That is
``Model.objects.visible_to(user)``. *Grant*: may the role in effect, or the relation to the
record, do this? That is the table. Out of scope answers 404, in scope without a grant 403.
There is no superuser bypass (H1) and no default but "no" (design 4).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.core.exceptions import PermissionDenied


class Person(Protocol):
    """An employee as the engine sees one: one role in effect at a time."""

    @property
    def pk(self) -> Any: ...

    @property
    def acting_role(self) -> str: ...


class Guarded(Protocol):
    """A saved record with a scope; ``relations_to`` names what ties a person to it."""

    @property
    def pk(self) -> Any: ...

    def relations_to(self, user: Any) -> frozenset[str]: ...


@dataclass(frozen=True)
class Decision:
    """Why an act was allowed: the line of the table and the relation, for the audit trail."""

    rule: str
    relation: str


class Grants:
    """Role or relation → acts. A relation stands in the same table as a role."""

    def __init__(self, table: Mapping[str, frozenset[Any]]) -> None:
        self.table = table

    def allowed_actions(self, user: Person, obj: Guarded | None = None) -> frozenset[Any]:
        """Everything ``user`` may do to ``obj`` (or without an object); one query for an object.

        Empty when ``obj`` is out of scope.
        """
        return frozenset(self.grounds(user, obj))

    def require(self, user: Person, action: Any, obj: Guarded | None = None) -> Decision:
        """The reason ``user`` may do ``action``; raises PermissionDenied when there is none."""
        return ground_for(action, self.grounds(user, obj))

    def grounds(self, user: Person, obj: Guarded | None = None) -> dict[Any, Decision]:
        """Every allowed act with the reason it is allowed; one query for an object.

        For a page that asks more than one thing about the same record.
        """
        if obj is not None:
            scope: Any = type(obj)
            if not scope.objects.visible_to(user).filter(pk=obj.pk).exists():
                return {}
        return self.grounds_in_scope(user, obj)

    def grounds_in_scope(self, user: Person, obj: Guarded | None) -> dict[Any, Decision]:
        """The same for a record that was read through ``visible_to(user)`` a moment ago; no query.

        Only for a page: an act asks ``require`` again, with the record locked.
        """
        held = {user.acting_role}
        if obj is not None:
            held |= obj.relations_to(user)
        relation = "" if obj is None else ",".join(sorted(held - {user.acting_role})) or "scope"
        return {
            action: Decision(rule=f"{key}:{action}", relation=relation)
            for key in sorted(held)
            for action in self.table.get(key, frozenset())
        }


def ground_for(action: Any, grounds: Mapping[Any, Decision]) -> Decision:
    """The reason for one act out of all that is allowed; raises PermissionDenied without one."""
    try:
        return grounds[action]
    except KeyError:
        raise PermissionDenied from None
