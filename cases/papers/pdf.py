"""Makes a tagged PDF of a page of our own, on a server that has the libraries for it.

WeasyPrint needs Pango and HarfBuzz from the system. It is imported late: where they are missing
everything else works, and a page says so in Dutch.
"""

import logging
from dataclasses import dataclass

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Pdf:
    """The file, and how many pages it has."""

    content: bytes
    pages: int


def pdf_of(html: str, css: str) -> Pdf | None:
    """The page as PDF/UA, which is read aloud in its order (PP-8); nothing is ever fetched.

    None where the libraries are missing.
    """
    try:
        from weasyprint import CSS, HTML  # noqa: PLC0415 - needs libraries of the system
        from weasyprint.urls import URLFetcher  # noqa: PLC0415
    except OSError:
        log.warning("no libraries to make a PDF")
        return None
    nowhere = URLFetcher(allowed_protocols=())
    page = HTML(string=html, url_fetcher=nowhere)
    made = page.render(stylesheets=[CSS(string=css)], pdf_variant="pdf/ua-1")
    return Pdf(made.write_pdf(pdf_variant="pdf/ua-1"), len(made.pages))
