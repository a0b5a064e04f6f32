"""Makes a tagged PDF of a page of our own, on a server that has the libraries for it.

WeasyPrint needs Pango and HarfBuzz from the system. It is imported late: where they are missing
everything else works, and a page says so in Dutch.
"""

import logging

log = logging.getLogger(__name__)


def pdf_of(html: str, css: str) -> bytes | None:
    """The page as PDF/UA; None where the libraries are missing. Nothing is ever fetched."""
    try:
        from weasyprint import CSS, HTML  # noqa: PLC0415 - needs libraries of the system
        from weasyprint.urls import URLFetcher  # noqa: PLC0415
    except OSError:
        log.warning("no libraries to make a PDF")
        return None
    nowhere = URLFetcher(allowed_protocols=())
    page = HTML(string=html, url_fetcher=nowhere)
    made: bytes = page.write_pdf(stylesheets=[CSS(string=css)], pdf_variant="pdf/ua-1")
    return made
