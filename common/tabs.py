"""The choices above a list, as ``components/tabs.html`` shows them."""

from collections.abc import Mapping
from typing import Any


def tabs_for(choices: Mapping[str, str], name: str, chosen: str) -> list[dict[str, Any]]:
    """A tab per choice (code → label); ``name`` is what the choice is called in the address."""
    return [
        {"url": f"?{name}={code}", "label": label, "current": code == chosen}
        for code, label in choices.items()
    ]
