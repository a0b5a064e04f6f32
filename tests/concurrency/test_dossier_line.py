"""Acts at the same moment on the one line of a dossier (DS-7, DS-8, DS-11)."""

import uuid
from functools import partial

import pytest

from cases.dossiers import services
from cases.dossiers.models import FileLine
from cases.dossiers.services import note_elsewhere
from clusters.models import User
from tests.concurrency.conftest import done, refused, together
from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.dossiers import FileFactory

ROUNDS = range(6)
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def fresh(person):
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


def noting(file, by, words, key=None):
    key = key or uuid.uuid4()
    own = {"submission_key": key, "file_id": file.pk, "words": words}
    return partial(services.write_note, by=fresh(by), **own)


def elsewhere(callback, by):
    """An act of another room on this request, as the dossier hears it."""
    own = {"code": "callback.attempted", "subjects": [callback], "at": MONDAY}
    return partial(note_elsewhere, by=fresh(by), **own)


def closing(file, by):
    return partial(services.close_file, file_id=file.pk, words="Klaar.", by=fresh(by))


def kinds(file):
    return list(FileLine.objects.filter(file=file).order_by("pk").values_list("kind", flat=True))


def test_two_notes_at_once_are_two_and_the_same_form_twice_is_one(cast, noord):
    for _ in ROUNDS:
        file, key = FileFactory(team=noord, director=cast.handler), uuid.uuid4()

        results = together(
            noting(file, cast.handler, "Eén."),
            noting(file, cast.handler, "Twee.", key),
            noting(file, cast.handler, "Twee.", key),
        )

        assert len(done(results)) == 3
        rows = FileLine.objects.filter(file=file).select_related("file")
        assert sorted(line.words for line in rows) == ["Eén.", "Twee."]


def test_two_acts_elsewhere_at_once_leave_two_lines(cast, noord):
    for _ in ROUNDS:
        file = FileFactory(team=noord, director=cast.handler)
        calls = [CallbackFactory(team=noord, resident=file.resident) for _ in range(2)]

        results = together(*(elsewhere(each, cast.handler) for each in calls))

        assert done(results) == [1, 1]
        assert set(file.lines.values_list("ref", flat=True)) == {each.pk for each in calls}


def test_after_the_end_of_a_dossier_no_line_comes(cast, noord):
    """Closed, noted and called at once: whatever came first, the end is the last line."""
    for _ in ROUNDS:
        file = FileFactory(team=noord, director=cast.handler)
        callback = CallbackFactory(team=noord, resident=file.resident)

        results = together(
            closing(file, cast.handler),
            elsewhere(callback, cast.team_worker),
            noting(file, cast.handler, "Nog iets."),
        )

        found = kinds(file)
        assert found[-1] == "closed"
        assert found.count("callback") == results[1]
        assert found.count("note") == (0 if refused(results) else 1)
