"""Asking a virus scanner: the seam for one of your own, and clamd by INSTREAM (DC-7)."""

import socket
import struct
from collections.abc import Callable
from contextlib import closing
from enum import StrEnum
from typing import BinaryIO

from django.conf import settings
from django.utils.module_loading import import_string

CHUNK, MOST_REPLY, PATIENCE = 64 * 1024, 4096, 30


class Verdict(StrEnum):
    """What a scanner said."""

    CLEAN = "clean"
    INFECTED = "infected"


class ScannerSilent(Exception):
    """There was no verdict: the scanner is away, or could not judge this one."""


Scanner = Callable[[BinaryIO], Verdict]


def scanner() -> Scanner | None:
    """The one of this installation (``DOCUMENT_SCANNER``); None when nothing scans."""
    if not settings.DOCUMENT_SCANNER:
        return None
    found: Scanner = import_string(settings.DOCUMENT_SCANNER)
    return found


def clamd(stream: BinaryIO) -> Verdict:
    """Ask clamd over its socket; raises ScannerSilent for anything but a verdict."""
    try:
        with closing(_connect(settings.CLAMD_ADDRESS)) as line:
            line.sendall(b"zINSTREAM\0")
            while piece := stream.read(CHUNK):
                line.sendall(struct.pack("!I", len(piece)) + piece)
            line.sendall(struct.pack("!I", 0))
            reply = _reply(line)
    except (OSError, ValueError) as error:
        raise ScannerSilent(type(error).__name__) from None
    if reply.endswith("FOUND"):
        return Verdict.INFECTED
    if reply == "stream: OK":
        return Verdict.CLEAN
    raise ScannerSilent("reply")


def _connect(address: str) -> socket.socket:
    """A path is a socket on this machine; else it is host:port."""
    if address.startswith("/"):
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(PATIENCE)
        try:
            line.connect(address)
        except OSError:
            line.close()
            raise
        return line
    host, _, port = address.rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)), timeout=PATIENCE)


def _reply(line: socket.socket) -> str:
    """Up to the closing zero."""
    found = b""
    while not found.endswith(b"\0") and len(found) < MOST_REPLY:
        piece = line.recv(MOST_REPLY)
        if not piece:
            break
        found += piece
    return found.rstrip(b"\0").decode("utf-8", "replace").strip()
