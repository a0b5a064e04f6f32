"""The pages of the question sets, and what is done on them before they are looked at."""

from cases.callbacks.services import QuestionText, change_question_set
from cases.models import QuestionSet
from tests.journeys.city import City
from tests.journeys.page_case import PageCase, send
from tests.journeys.stage import Screen

KEEPER = "application_manager"
SAVE = "Concept opslaan"


def add_row(screen: Screen, city: City) -> None:
    """Ask for one question more; the new row gets the focus."""
    before = screen.page.locator(".wt-set-row").count()
    screen.page.get_by_role("button", name="Vraag toevoegen").click()
    screen.page.locator(f"#vraag-{before + 1} input:focus").wait_for()


def leave_options_out(screen: Screen, city: City) -> None:
    """Make a choice without options, and a text that is too long."""
    page = screen.page
    page.get_by_label("Vraag", exact=True).nth(0).fill("x" * 201)
    page.get_by_label("Soort antwoord").nth(1).select_option("choice")
    page.get_by_label("Keuzes").nth(1).fill("Alleen deze")
    page.get_by_role("button", name=SAVE).first.click()
    page.locator(".wt-error-summary").wait_for()


def be_second(screen: Screen, city: City) -> None:
    """A colleague saves while the page is open."""
    by = city.people[KEEPER]
    made = QuestionSet.objects.get(pk=city.things["set-draft"])
    newest = made.versions.newest()
    questions = [QuestionText(*each.content) for each in newest.questions.all()]
    theirs = [*questions, QuestionText("Hoe lang woont de beller daar?")]
    change_question_set(set_id=made.pk, stamp=newest.stamp, questions=theirs, by=by)
    screen.page.get_by_label("Vraag", exact=True).first.fill("Van wie huurt de beller?")
    screen.page.get_by_role("button", name=SAVE).first.click()
    screen.page.get_by_role("heading", name="Opgeslagen door").wait_for()
    change_question_set(
        set_id=made.pk, stamp=made.versions.newest().stamp, questions=questions, by=by
    )


PAGES: tuple[PageCase, ...] = (
    PageCase("vragensets", "question-set-list", KEEPER),
    PageCase("vragenset-nieuw", "question-set-new", KEEPER),
    PageCase("vragenset-nieuw-fouten", "question-set-new", KEEPER, then=send, shows="Fout: "),
    PageCase("vragenset", "question-set-change", KEEPER, "set"),
    PageCase("vragenset-leeg", "question-set-change", KEEPER, "set-empty"),
    PageCase("vragenset-erbij", "question-set-change", KEEPER, "set-team", then=add_row),
    PageCase("vragenset-lang", "question-set-change", KEEPER, "set-long"),
    PageCase(
        "vragenset-fouten",
        "question-set-change",
        KEEPER,
        "set-team",
        then=leave_options_out,
        shows="Fout: ",
    ),
    PageCase(
        "vragenset-tegelijk",
        "question-set-change",
        KEEPER,
        "set-draft",
        then=be_second,
        shows="Fout: ",
    ),
    PageCase("vragenset-voorbeeld", "question-set-preview", KEEPER, "set"),
    PageCase("vragenset-voorbeeld-concept", "question-set-preview", KEEPER, "set-draft"),
    PageCase("vragenset-voorbeeld-leeg", "question-set-preview", KEEPER, "set-empty"),
    PageCase("vragenset-voorbeeld-lang", "question-set-preview", KEEPER, "set-long"),
    PageCase("vragenset-versies", "question-set-versions", KEEPER, "set-draft"),
    PageCase("vragenset-versies-gestopt", "question-set-versions", KEEPER, "set-retired"),
    PageCase("vragenset-versies-lang", "question-set-versions", KEEPER, "set-long"),
)
NO_PAGE: dict[str, str] = {
    "question-set-publish": "an act: on to the versions",
    "question-set-retire": "an act: back to the versions",
    "question-set-restore": "an act: back to the versions",
}
