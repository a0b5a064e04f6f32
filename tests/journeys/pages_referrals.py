"""The pages of referrals."""

from tests.journeys.page_case import PageCase, wrong

ME = "handler"
NEW = PageCase("verwijzen", "referral-new", ME, "referral-question")
FOLLOW = PageCase("verwijzing-nagaan", "referral-follow-up", ME, "referral-open")
GIVE_UP = PageCase("verwijzing-loslaten", "referral-give-up", ME, "referral-open")
PAGES: tuple[PageCase, ...] = (
    PageCase("verwijzing", "referral-detail", ME, "referral-open", prints=True),
    PageCase("verwijzing-te-laat", "referral-detail", ME, "referral-late"),
    PageCase("verwijzing-aangekomen", "referral-detail", ME, "referral-arrived"),
    PageCase("verwijzing-losgelaten", "referral-detail", ME, "referral-given-up"),
    PageCase("verwijzing-lang", "referral-detail", ME, "referral-long"),
    NEW,
    wrong(NEW),
    FOLLOW,
    wrong(FOLLOW),
    GIVE_UP,
    wrong(GIVE_UP),
)
NO_PAGE: dict[str, str] = {"referral-panel": "a fragment of the page of a dossier"}
