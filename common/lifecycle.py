"""A lifecycle is a table of steps: readable as a page, testable as a grid, drawable as a graph.

Used by every model with a ``state``. It knows nothing of the database, users or side effects;
those belong to the service that takes the step.
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import models

from common.errors import RuleViolation


@dataclass(frozen=True)
class Step:
    """One arrow set: from any of ``sources`` to ``target``, with the reason it exists.

    ``label`` is the act as the screen says it ("oppakken"), used when the step is refused.
    """

    name: str
    label: str
    sources: Collection[str]
    target: str
    why: str


class Lifecycle:
    """The allowed steps between the members of one ``TextChoices``."""

    def __init__(self, states: type[models.TextChoices], *steps: Step) -> None:
        self.states = states
        self.steps = {step.name: step for step in steps}

    def allows(self, name: str, state: str) -> bool:
        """Whether the step may be taken from this state."""
        return state in self.steps[name].sources

    def target(self, name: str, state: str) -> str:
        """The state after taking ``name`` from ``state``, or RuleViolation."""
        if not self.allows(name, state):
            label = self.states(state).label.lower()
            raise RuleViolation(f"{self.steps[name].label} kan niet meer: de status is “{label}”.")
        return self.steps[name].target

    def as_mermaid(self) -> str:
        """The graph for the handbook; a test keeps docs/lifecycles.md equal to this."""
        arrows = [
            f"    {source} --> {step.target}: {step.name}"
            for step in self.steps.values()
            for source in self.states.values
            if source in step.sources
        ]
        return "\n".join(["stateDiagram-v2", *arrows])
