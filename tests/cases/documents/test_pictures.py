"""A photo comes in without where it was made, and is still the same picture (DC-8)."""

import io

import pytest

from cases.documents.pictures import clean_jpeg, clean_png
from tests.factories.documents import GPS, chunk, exif, jpeg, png

XMP = b"\xff\xe1\x00\x1fhttp://ns.adobe.com/xap/1.0/\x00"
ICC = b"\xff\xe2\x00\x10ICC_PROFILE\x00\x01\x01"
MPF = b"\xff\xe2\x00\x06MPF\x00"
IPTC = b"\xff\xed\x00\x08Photos"
COMMENT = b"\xff\xfe\x00\x09Almere."


def cleaned_png(body):
    return b"".join(clean_png(io.BytesIO(body)))


def test_the_place_and_the_maker_are_gone():
    found = clean_jpeg(jpeg(exif(), XMP, IPTC, MPF, COMMENT, tail=b"PK\x03\x04 nog een bestand"))
    assert found == jpeg()
    assert GPS not in found


def test_colours_stay_and_so_does_how_it_is_turned():
    found = clean_jpeg(jpeg(exif(6), ICC))
    assert ICC in found
    assert GPS not in found
    told = found[2:].partition(b"JFIF")[0]
    assert told.startswith(b"\xff\xe1")
    assert clean_jpeg(found) == found  # read again it still says so


@pytest.mark.parametrize("turned", [0, 1, 9, 65535])
def test_upright_and_nonsense_say_nothing(turned):
    assert clean_jpeg(jpeg(exif(turned))) == jpeg()


def test_a_broken_exif_is_left_out():
    for body in (b"Exif\x00\x00", b"Exif\x00\x00II*\x00\xff\xff\xff\x7f", b"Exif\x00\x00XX*\x00"):
        segment = b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body
        assert clean_jpeg(jpeg(segment)) == jpeg()


def test_a_png_loses_its_words_and_what_stands_after_its_end():
    told = (chunk(b"tEXt", b"Comment\0Almere"), chunk(b"eXIf", GPS), chunk(b"tIME", b"1234567"))
    assert cleaned_png(png(*told, tail=b"<script>")) == png()
    kept = chunk(b"gAMA", b"\0\0\0\1")
    assert cleaned_png(png(kept)) == png(kept)
