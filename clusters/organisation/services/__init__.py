"""Index of the acts of the organisation."""

from clusters.organisation.services.assignments import assign_neighbourhood, end_assignment
from clusters.organisation.services.loading import load_organisation
from clusters.organisation.services.postcodes import import_postcodes

__all__ = ["assign_neighbourhood", "end_assignment", "import_postcodes", "load_organisation"]
