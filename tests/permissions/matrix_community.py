"""The matrix of the sociale kaart: who works with residents reads, who keeps it writes (SK-10)."""

from tests.permissions.rows import MAP_READERS, MAP_WRITERS, Row, allow

READ, WRITE, DONE = allow(MAP_READERS), allow(MAP_WRITERS), allow(MAP_WRITERS, 302)

COMMUNITY_ROWS: dict[str, Row] = {
    "offer-list": Row(expected=READ),
    "offer-detail": Row(about="offer", expected=READ),
    "offer-new": Row(expected=WRITE),
    "offer-change": Row(about="offer", expected=WRITE),
    "offer-due": Row(expected=WRITE),
    "offer-review": Row("post", "offer", expected=DONE),
    "offer-stop": Row(about="offer", expected=WRITE),
    "offer-restart": Row("post", "offer", expected=DONE),
    "organisation-list": Row(expected=READ),
    "organisation-detail": Row(about="organisation", expected=READ),
    "organisation-new": Row(expected=WRITE),
    "organisation-change": Row(about="organisation", expected=WRITE),
}
