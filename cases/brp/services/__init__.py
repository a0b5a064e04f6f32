"""Index of the acts on an extract."""

from cases.brp.services.importing import Count, register_extract, register_people
from cases.brp.services.uploads import (
    cancel_extract,
    receive_extract,
    restart_work,
    start_import,
)
from cases.brp.services.working import work_on_extracts

__all__ = [
    "Count",
    "cancel_extract",
    "receive_extract",
    "register_extract",
    "register_people",
    "restart_work",
    "start_import",
    "work_on_extracts",
]
