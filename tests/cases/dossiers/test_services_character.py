"""How complex a dossier is and how the team is involved (DS-21)."""

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.dossiers import services
from cases.dossiers.models import ResidentFile
from common.errors import RuleViolation
from tests.cases.dossiers.acting import close, lines, open_file
from tests.factories.cases import MONDAY
from tests.factories.intakes import NotificationFactory, TriageFactory


def say(file, by, complexity="multiple", involvement="direction", version=1):
    return services.characterise_file(
        file_id=file.pk, complexity=complexity, involvement=involvement, version=version, by=by
    )


def test_it_comes_from_the_newest_triage_of_the_melding(resident, cast, noord):
    melding = NotificationFactory(resident=resident, team=noord, handler=cast.handler)
    for complexity, involvement in (("single", "advice"), ("complex", "direction")):
        TriageFactory(
            notification=melding,
            resident=resident,
            at=MONDAY,
            by=cast.handler,
            chosen_complexity=complexity,
            chosen_involvement=involvement,
        )

    file = open_file(resident, cast.handler, noord, notification_id=melding.pk)

    assert (file.complexity, file.involvement) == ("complex", "direction")
    assert file.character == "Meervoudig complex, regie"


def test_without_a_triage_nobody_said(resident, cast, noord):
    file = open_file(resident, cast.handler, noord)

    assert (file.complexity, file.involvement, file.character) == ("", "", "")


def test_who_works_in_it_says_so_and_the_line_keeps_what_it_was(file, cast):
    say(file, cast.handler)
    say(file, cast.handler, "complex", version=2)

    kept = ResidentFile.objects.get()
    assert (kept.complexity, kept.involvement, kept.version) == ("complex", "direction", 3)
    assert lines(file) == ["character", "character"]
    words = {line.words for line in file.lines.select_related("file")}
    assert words == {"", "Meervoudig, regie"}
    assert AuditEvent.objects.filter(code="file.characterised").count() == 2


def test_the_same_twice_is_one_change(file, cast):
    for _ in range(2):
        say(file, cast.handler)

    assert lines(file) == ["character"]


def test_not_over_what_a_colleague_just_said(file, cast):
    say(file, cast.handler)

    with pytest.raises(RuleViolation) as broken:
        say(file, cast.handler, "complex")
    assert broken.value.field == "version"


def test_a_manager_does_not_and_a_closed_dossier_changes_no_more(question, cast):
    with pytest.raises(PermissionDenied):
        say(question.file, cast.team_manager)
    close(question, cast.handler)
    services.close_file(file_id=question.file.pk, words="Klaar.", by=cast.handler)
    with pytest.raises(RuleViolation, match="afgesloten"):
        say(question.file, cast.handler)


def test_a_word_that_is_not_on_the_list_changes_nothing(file, cast):
    with pytest.raises(ValueError, match="soms"):
        say(file, cast.handler, "soms")
