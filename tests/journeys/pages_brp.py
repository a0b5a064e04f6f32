"""The pages of the extracts of the BRP."""

from tests.journeys.city_brp import ME
from tests.journeys.page_case import PageCase, wrong

UPLOADS = PageCase("uittreksels", "brp-uploads", ME)
STATES = ("waiting", "checked", "right", "importing", "done", "failed", "cancelled")
PAGES: tuple[PageCase, ...] = (
    UPLOADS,
    wrong(UPLOADS),
    *(PageCase(f"uittreksel-{name}", "brp-upload", ME, f"extract-{name}") for name in STATES),
    PageCase("uittreksel-bladzijde", "brp-upload", ME, "extract-checked", query="?page=2"),
)
NO_PAGE: dict[str, str] = {
    "brp-upload-faults": "a file for a spreadsheet",
    "brp-upload-start": "an act: back to the extract",
    "brp-upload-cancel": "an act: back to the extract",
    "brp-upload-restart": "an act: back to the extract",
}
