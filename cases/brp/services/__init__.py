"""Index of the acts on an extract."""

from cases.brp.services.importing import Count, register_extract, register_people
from cases.brp.services.uploads import (
    cancel_extract,
    register_upload,
    restart_work,
    start_import,
)
from cases.brp.services.working import (
    begin_work,
    drop_reports,
    expire_upload,
    give_up,
    keep_report,
    read_in,
)

__all__ = [
    "Count",
    "begin_work",
    "cancel_extract",
    "drop_reports",
    "expire_upload",
    "give_up",
    "keep_report",
    "read_in",
    "register_extract",
    "register_people",
    "register_upload",
    "restart_work",
    "start_import",
]
