"""The matrix of the mandate register: who decides or steers reads, one role keeps it (MD-9)."""

from tests.permissions.rows import KEEPERS, MANDATE_READERS, Row, allow

READ, KEEP = allow(MANDATE_READERS), allow(KEEPERS)

MANDATE_ROWS: dict[str, Row] = {
    "mandate-list": Row(expected=READ),
    "mandate-detail": Row(about="mandate", expected=READ),
    "mandate-new": Row(expected=KEEP),
    "mandate-end": Row(about="mandate", expected=KEEP),
}
