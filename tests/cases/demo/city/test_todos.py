"""The dossiers of the demo city have something to do and something to read."""

import pytest

from cases.documents.storing import open_bytes
from cases.dossiers.models import ResidentFile
from cases.models import Document, Task

pytestmark = pytest.mark.usefixtures("city")


def test_each_dossier_of_a_talk_has_tasks_of_its_casusregisseur_and_a_letter():
    files = ResidentFile.objects.filter(tasks__isnull=False).distinct().count()
    assert files >= 2
    assert Task.objects.open().count() == 3 * files
    assert Task.objects.over().count() == files
    assert {task.owner_id == task.file.director_id for task in Task.objects.all()} == {True}
    found = Document.objects.select_related("file").all()
    assert len(found) == files
    with open_bytes(found[0]) as opened:
        assert b"traplopen" in opened.read()
