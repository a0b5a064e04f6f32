"""The pages of tasks and documents in a dossier."""

from tests.journeys.city import City
from tests.journeys.city_dossiers import COLLEAGUE, ME
from tests.journeys.page_case import PageCase, wrong
from tests.journeys.stage import Screen


def send_a_drawing(screen: Screen, city: City) -> None:
    """A file that is refused; what was typed beside it stays."""
    drawing = {"name": "x.svg", "mimeType": "image/svg+xml", "buffer": b"<svg onload='x'/>"}
    screen.page.locator("input[type=file]").set_input_files(drawing)
    screen.page.get_by_label("Omschrijving").fill("Een tekening van de badkamer.")
    screen.page.get_by_label("Wat is het?").select_option(label="Foto")
    screen.page.get_by_role("button", name="Document toevoegen").click()
    screen.page.wait_for_load_state()


TASK = PageCase("taak-nieuw", "task-new", ME, "file-busy")
FINISH = PageCase("taak-gedaan", "task-finish", ME, "task-full")
DROP = PageCase("taak-vervallen", "task-drop", ME, "task-full")
HAND = PageCase("taak-overdragen", "task-hand", ME, "task-full")
MOVE = PageCase("taak-andere-dag", "task-move", ME, "task-full")
ASSIGN = PageCase("taak-toewijzen", "task-assign", "team_manager", "task-lost")
ADD = PageCase("document-nieuw", "document-new", ME, "file-busy")
WITHDRAW = PageCase("document-intrekken", "document-withdraw", ME, "document-full")
PAGES: tuple[PageCase, ...] = (
    PageCase("taken", "task-list", ME, "file-full", prints=True),
    PageCase("taken-collega", "task-list", COLLEAGUE, "file-full"),
    PageCase("taken-afgerond", "task-list", ME, "file-full", query="?selectie=voorbij"),
    PageCase("taken-leeg", "task-list", ME, "file-new"),
    PageCase("taken-afgerond-leeg", "task-list", ME, "file-new", query="?selectie=voorbij"),
    PageCase("taken-lang", "task-list", ME, "file-long"),
    PageCase("documenten", "document-list", ME, "file-full", prints=True),
    PageCase("documenten-collega", "document-list", COLLEAGUE, "file-full"),
    PageCase("documenten-leeg", "document-list", ME, "file-new"),
    PageCase("documenten-lang", "document-list", ME, "file-long"),
    PageCase("dossier-taken", "file-detail", ME, "file-full", query="?soort=taken"),
    PageCase(
        "document-geweigerd", "document-new", ME, "file-busy", then=send_a_drawing, shows="Fout: "
    ),
    TASK,
    wrong(TASK),
    FINISH,
    DROP,
    wrong(DROP),
    HAND,
    wrong(HAND),
    MOVE,
    wrong(MOVE),
    PageCase("taak-overnemen", "task-assign", ME, "task-lost"),
    ASSIGN,
    wrong(ASSIGN),
    ADD,
    wrong(ADD),
    WITHDRAW,
    wrong(WITHDRAW),
)
NO_PAGE: dict[str, str] = {
    "task-panel": "a fragment of a dossier",
    "document-panel": "a fragment of a dossier",
    "document-open": "a file to save, looked at in the journey",
}
