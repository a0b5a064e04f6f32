"""Open, write, direct and close: one casusregisseur at any moment, no end without an outcome."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.dossiers import services
from cases.dossiers.models import ResidentFile
from cases.models import Resident
from clusters.models import Membership, Notice
from common.errors import RuleViolation
from tests.cases.dossiers.acting import close, join, lines, open_file, transfer
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileColleagueFactory
from tests.factories.intakes import NotificationFactory
from tests.factories.talks import TalkFactory, domain

DAY = timedelta(days=1)


def test_who_opens_a_dossier_directs_it(resident, cast, noord):
    melding = NotificationFactory(resident=resident, team=noord, handler=cast.handler)
    file = open_file(resident, cast.handler, noord, notification_id=melding.pk)

    assert (file.director, file.directions.get().until) == (cast.handler, None)
    question = file.questions.get()
    assert (question.words, question.notification) == ("Ik kom niet rond.", melding)
    assert lines(file) == ["opened"]
    assert AuditEvent.objects.filter(code="file.opened").count() == 1


def test_a_melding_of_somebody_else_does_not_come_along(resident, cast, noord):
    melding = NotificationFactory(team=noord, handler=cast.handler)

    file = open_file(resident, cast.handler, noord, notification_id=melding.pk)
    assert file.questions.get().notification is None


def test_a_form_sent_twice_opens_one(resident, cast, noord):
    key = uuid.uuid4()

    first = open_file(resident, cast.handler, noord, submission_key=key)
    assert open_file(resident, cast.handler, noord, submission_key=key) == first
    assert ResidentFile.objects.count() == 1


def test_one_runs_per_resident_and_after_it_another_may(file, cast, noord):
    with pytest.raises(RuleViolation, match="loopt al een dossier"):
        open_file(file.resident, cast.handler, noord)
    ResidentFile.objects.update(state="closed", ended_at=MONDAY)
    open_file(file.resident, cast.handler, noord)


def test_only_at_a_team_of_ones_own_and_for_whose_card_one_may_open(resident, cast, noord):
    with pytest.raises(RuleViolation) as broken:
        open_file(resident, cast.handler, cast.elsewhere)
    assert broken.value.field == "team"
    for person in (cast.outsider_worker, cast.team_manager, cast.contact_centre):
        with pytest.raises((Resident.DoesNotExist, PermissionDenied)):
            open_file(resident, person, noord)


def test_a_question_is_added_once_and_in_own_words(file, cast):
    key = uuid.uuid4()
    add = {"file_id": file.pk, "domain": domain("wonen"), "by": cast.handler}
    for _ in range(2):
        services.add_question(submission_key=key, words="Ik wil blijven.", **add)

    assert file.questions.get().words == "Ik wil blijven."
    assert lines(file) == ["question"]


def test_a_question_ends_once_with_an_outcome_and_what_came_of_it(question, cast):
    for _ in range(2):
        close(question, cast.handler)

    question.refresh_from_db()
    assert (question.outcome, question.ended_at, question.ended_by) == (
        "network",
        MONDAY,
        cast.handler,
    )
    assert question.file.lines.select_related("file").get().words == "Haar zus helpt nu."
    for outcome, words in (("formal", "Haar zus helpt nu."), ("network", "Iets anders.")):
        with pytest.raises(RuleViolation, match="al afgesloten"):
            close(question, cast.handler, outcome=outcome, words=words)


def test_an_outcome_that_is_not_on_the_list_ends_nothing(question, cast):
    with pytest.raises(ValueError, match="soms"):
        close(question, cast.handler, outcome="soms")


def test_a_note_is_added_once_and_never_changed(file, cast):
    key = uuid.uuid4()
    for words in ("Gebeld.", "Iets anders."):
        services.write_note(submission_key=key, file_id=file.pk, words=words, by=cast.handler)

    assert file.lines.select_related("file").get().words == "Gebeld."
    assert ResidentFile.objects.get().touched_on == MONDAY.date()


def test_what_stands_on_top_is_not_replaced_unseen(file, cast):
    own = {"file_id": file.pk, "by": cast.handler}
    services.write_safety(words="De hond bijt.", version=1, **own)
    services.write_safety(words="De hond bijt.", version=1, **own)  # the same is no change

    with pytest.raises(RuleViolation) as broken:
        services.write_safety(words="Klop aan.", version=1, **own)
    assert broken.value.field == "version"
    services.write_safety(words="", version=2, **own)
    kept = ResidentFile.objects.get()
    assert (kept.safety, kept.version) == ("", 3)
    found = [line.words for line in kept.lines.select_related("file").order_by("pk")]
    assert sorted(found) == ["", "De hond bijt."]


def test_the_regie_goes_over_with_its_history_and_the_colleague_is_told(file, cast):
    transfer(file, cast.handler, cast.team_worker)

    file.refresh_from_db()
    assert file.director == cast.team_worker
    assert [(row.director, row.until) for row in file.directions.order_by("pk")] == [
        (cast.handler, MONDAY),
        (cast.team_worker, None),
    ]
    notice = Notice.objects.get()
    assert notice.person == cast.team_worker
    assert str(file.resident) not in notice.text
    with pytest.raises(PermissionDenied):  # who handed over is of the team now, no more
        services.write_note(
            submission_key=uuid.uuid4(), file_id=file.pk, words="Nog iets.", by=cast.handler
        )


def test_a_manager_hands_over_and_reads_nothing(file, cast):
    transfer(file, cast.team_manager, cast.team_worker)
    file.refresh_from_db()
    assert file.director == cast.team_worker
    with pytest.raises(PermissionDenied):
        services.write_note(
            submission_key=uuid.uuid4(), file_id=file.pk, words="x", by=cast.team_manager
        )


def test_an_old_page_hands_nothing_over(file, cast):
    transfer(file, cast.handler, cast.team_worker)
    with pytest.raises(RuleViolation, match="net gewijzigd"):
        transfer(file, cast.team_manager, cast.handler, version=1)


@pytest.mark.parametrize("person", ["outsider_worker", "team_manager", "contact_centre"])
def test_the_regie_stays_with_a_wijkwerker_of_the_team(file, cast, person):
    with pytest.raises(RuleViolation) as broken:
        transfer(file, cast.handler, getattr(cast, person))
    assert broken.value.field == "person"


def test_who_left_the_team_gets_no_regie(file, cast):
    Membership.objects.filter(user=cast.team_worker).update(valid_until=MONDAY.date() - DAY)
    with pytest.raises(RuleViolation):
        transfer(file, cast.handler, cast.team_worker)


def test_a_colleague_works_along_reads_and_stops(file, cast):
    made = join(file, cast.handler, cast.city_hall_team)
    assert join(file, cast.handler, cast.city_hall_team) == made
    note = {"file_id": file.pk, "words": "Gelezen.", "by": cast.city_hall_team}
    services.write_note(submission_key=uuid.uuid4(), **note)

    end = {"file_id": file.pk, "colleague_id": made.pk, "by": cast.handler}
    services.end_colleague(**end)
    with pytest.raises(ResidentFile.DoesNotExist):
        services.write_note(submission_key=uuid.uuid4(), **note)
    assert lines(file).count("left") == 1


def test_who_worked_along_longer_keeps_a_place_in_the_history(file, cast):
    made = FileColleagueFactory(
        file=file, employee=cast.city_hall_team, since=MONDAY.date() - 9 * DAY
    )
    for _ in range(2):
        services.end_colleague(file_id=file.pk, colleague_id=made.pk, by=cast.handler)

    made.refresh_from_db()
    assert (made.until, made.ended_at, made.last_day) == (None, MONDAY, MONDAY.date())
    assert lines(file) == ["left"]
    join(file, cast.handler, cast.city_hall_team)


@pytest.mark.parametrize(
    ("who", "own", "field"),
    [("handler", {}, "employee"), ("team_worker", {"until": MONDAY.date() - DAY}, "until")],
)
def test_who_cannot_work_along(file, cast, who, own, field):
    with pytest.raises(RuleViolation) as broken:
        join(file, cast.handler, getattr(cast, who), **own)
    assert broken.value.field == field


def test_a_colleague_does_not_steer_or_close(file, cast):
    join(file, cast.handler, cast.team_worker)
    with pytest.raises(PermissionDenied):
        join(file, cast.team_worker, cast.city_hall_team)
    with pytest.raises(PermissionDenied):
        services.close_file(file_id=file.pk, words="Klaar.", by=cast.team_worker)


def test_it_does_not_close_with_something_open_and_says_what(question, cast, noord):
    file = question.file
    own = {"resident": file.resident, "team": noord, "handler": cast.handler}
    melding = NotificationFactory(**own, confirmed=True)
    TalkFactory(notification=melding)

    with pytest.raises(RuleViolation) as broken:
        services.close_file(file_id=file.pk, words="Klaar.", by=cast.handler)
    for part in ("hulpvraag over geld", f"melding {melding}", "een keukentafelgesprek"):
        assert part in str(broken.value)


def test_a_closed_dossier_changes_no_more(question, cast):
    file = question.file
    close(question, cast.handler)
    for _ in range(2):
        services.close_file(file_id=file.pk, words="Het gaat goed.", by=cast.handler)

    file.refresh_from_db()
    assert (file.state, file.ended_at, file.director) == ("closed", MONDAY, cast.handler)
    own = {"file_id": file.pk, "by": cast.handler}
    for act, told in (
        (services.write_note, {"submission_key": uuid.uuid4(), "words": "x"}),
        (services.write_safety, {"words": "x", "version": file.version}),
        (
            services.add_question,
            {"submission_key": uuid.uuid4(), "domain": domain("geld"), "words": "x"},
        ),
        (services.add_colleague, {"employee": cast.team_worker, "role": "helper", "until": None}),
        (
            services.transfer_direction,
            {"person": cast.team_worker, "reason": "x", "version": file.version},
        ),
    ):
        with pytest.raises(RuleViolation, match="afgesloten en verandert niet"):
            act(**own, **told)
    assert lines(file) == ["outcome", "closed"]


def test_the_trail_has_no_word_of_it(question, cast):
    services.write_safety(file_id=question.file_id, words="Kanarie", version=1, by=cast.handler)
    close(question, cast.handler, words="Kanarie")

    assert "Kanarie" not in str(list(AuditEvent.objects.values()))
