"""What a program reads in a PDF: its text, and the tags that say what is a heading.

By the programs of poppler-utils. What depends on the width of a letter is left out: where a line
breaks and on which page it stands, so a reference changes only when the words or tags do.
"""

import os
import re
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest

from cases.papers.making import Document
from cases.papers.pdf import pdf_of

REFERENCES = Path(__file__).parent / "references"
FOOTER = re.compile(r"^\f?\s*\d+ ?/ ?\d+\s*$", re.MULTILINE)
INDENT = "  "


def need_poppler() -> None:
    """Skip without poppler-utils; where everything is required that is a failure."""
    if shutil.which("pdftotext") and shutil.which("pdfinfo"):
        return
    why = "pdftotext and pdfinfo are not on PATH: install poppler-utils"
    if os.environ.get("REQUIRE_SERVICES") == "1":
        pytest.fail(why)
    pytest.skip(why)


def pdf_from(document: Document) -> bytes:
    """The file, as the worker makes it."""
    made = pdf_of(document.html, document.css)
    assert made is not None, "no libraries to make a PDF"
    return made.content


def text_of(pdf: bytes) -> str:
    """The words in reading order, a sentence per line."""
    words = " ".join(FOOTER.sub("", layout_of(pdf)).split())
    return re.sub(r"(?<=[.?!]) (?=[A-Z☐“])", "\n", words) + "\n"


def footers_of(pdf: bytes) -> list[str]:
    """The numbers at the foot of the pages."""
    return ["".join(each.split()) for each in FOOTER.findall(layout_of(pdf))]


def layout_of(pdf: bytes) -> str:
    """What ``pdftotext -layout`` says."""
    return _asked(pdf, "pdftotext", "-layout", "-", "-")


def tags_of(pdf: bytes) -> str:
    """The tree of tags with the words in each, and what is said instead of pictures."""
    lines: list[str] = []
    for line in _asked(pdf, "pdfinfo", "-struct-text", "-").splitlines():
        name = line.strip()
        if name.startswith('"'):
            lines[-1] = f"{lines[-1]} {name[1:-1].strip()}".rstrip()
        elif name and not name.startswith(("Span", "NonStruct", "/")):
            depth = len(line) - len(line.lstrip())
            lines.append(" " * depth + name.removesuffix(" (block)").rstrip(":"))
    return "\n".join([*lines, *instead_of_pictures(pdf)]) + "\n"


def instead_of_pictures(pdf: bytes) -> list[str]:
    """The alternative texts, which poppler does not show."""
    packed = re.findall(rb"stream\n(.*?)\nendstream", pdf, re.DOTALL)
    objects = b"\n".join(_unpacked(each) for each in packed)
    return [f"Alt {each.decode()}" for each in re.findall(rb"/Alt \((.*?)\)", pdf + objects)]


def compare(name: str, read: str) -> None:
    """Against the reference of this name; with WRITE_REFERENCES=1 it becomes the reference."""
    path = REFERENCES / name
    if os.environ.get("WRITE_REFERENCES") == "1":
        path.write_text(read, encoding="utf-8")
    assert read == path.read_text(encoding="utf-8"), f"{name} differs: see CONTRIBUTING.md"


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


def _asked(pdf: bytes, *command: str) -> str:
    answer = subprocess.run(command, input=pdf, capture_output=True, check=True, timeout=60)
    return answer.stdout.decode()
