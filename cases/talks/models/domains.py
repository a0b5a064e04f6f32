"""The leefgebieden, as the talk knows them; the list itself is older than the talk."""

from cases.intakes.models.domains import LifeDomain, ZrmDomain, ZrmLevel

__all__ = ["LifeDomain", "ZrmDomain", "ZrmLevel"]
