"""The pages of feedback to referrers."""

from tests.journeys.page_case import PageCase, wrong

ME = "handler"
NEW = PageCase("verwijzer", "feedback-new", ME, "feedback-file")
SEND = PageCase("terugkoppelen", "feedback-send", ME, "feedback-due")
DROP = PageCase("niet-terugkoppelen", "feedback-drop", ME, "feedback-due")
PAGES: tuple[PageCase, ...] = (
    PageCase("terugkoppeling", "feedback-detail", ME, "feedback-due", prints=True),
    PageCase("terugkoppeling-te-laat", "feedback-detail", ME, "feedback-late"),
    PageCase("terugkoppeling-gedaan", "feedback-detail", ME, "feedback-sent"),
    PageCase("terugkoppeling-niet", "feedback-detail", ME, "feedback-dropped"),
    PageCase("terugkoppeling-lang", "feedback-detail", ME, "feedback-long"),
    NEW,
    wrong(NEW),
    SEND,
    wrong(SEND),
    DROP,
    wrong(DROP),
)
NO_PAGE: dict[str, str] = {"feedback-panel": "a fragment of the page of a dossier"}
