"""The name of a document without what could mislead a person or a computer; pure functions."""

import re
import unicodedata

from cases.documents.models import Media

LONGEST = 100
EXTENSIONS = {
    Media.PDF: ("pdf",),
    Media.JPEG: ("jpg", "jpeg"),
    Media.PNG: ("png",),
    Media.DOCX: ("docx",),
    Media.ODT: ("odt",),
    Media.TEXT: ("txt",),
}
RESERVED = {"con", "prn", "aux", "nul"}
RESERVED |= {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
"""What Windows takes for a device, whatever stands after the dot."""
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Control characters, and signs that turn the direction of reading ("fdp.exe" for "exe.pdf")."""
FORBIDDEN = re.compile(r'[<>:"|?*]')
NAMELESS = "document"


def clean_name(name: str) -> str:
    """The last part of a path as plain text of at most a hundred characters, never empty."""
    text = unicodedata.normalize("NFC", name)
    text = "".join(sign for sign in text if unicodedata.category(sign) not in UNSEEN)
    text = re.split(r"[/\\]", text)[-1]
    text = " ".join(FORBIDDEN.sub("_", text).split()).strip(". ")
    stem, dot, extension = text.rpartition(".")
    if not dot or len(extension) >= LONGEST // 2:
        stem, extension = text, ""
    stem = stem.strip(". ") or NAMELESS
    if stem.split(".")[0].lower() in RESERVED:
        stem = f"_{stem}"
    tail = f".{extension}" if extension else ""
    return stem[: LONGEST - len(tail)].strip(". ") + tail


def extension_of(name: str) -> str:
    """What stands after the last dot, in lower case; "" when there is nothing."""
    _, dot, extension = name.rpartition(".")
    return extension.lower() if dot else ""


def fits(name: str, media: Media) -> bool:
    """Whether the name says what is in it; a name without a dot says nothing."""
    extension = extension_of(name)
    return not extension or extension in EXTENSIONS[media]


def named_for(name: str, media: Media) -> str:
    """With the usual end when there was none."""
    return name if extension_of(name) else f"{name}.{EXTENSIONS[media][0]}"
