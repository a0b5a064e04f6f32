"""When the term is over who must answer and who waits are told, once (AV-6)."""

from datetime import timedelta

from cases.advice.models import AdviceRequest
from cases.advice.services import remind_of_advice
from cases.advice.tasks import remind_of_advices
from clusters.models import Notice
from tests.cases.advice.acting import answer, ask, outside, to
from tests.factories.advice import consent_for
from tests.factories.cases import MONDAY

DAY = timedelta(days=1)
LATE = MONDAY + 4 * DAY


def told():
    return {(row.person.username, row.text) for row in Notice.objects.select_related("person")}


def test_both_are_told_once_after_the_term(file, cast, mate, time_machine):
    advice = ask(file, cast.handler, to(mate))
    Notice.objects.all().delete()
    assert remind_of_advice(at=advice.answer_by) == 0
    time_machine.move_to(LATE, tick=False)
    assert [remind_of_advices(), remind_of_advices()] == [2, 0]

    assert told() == {
        ("team_worker", f"Adviesvraag {advice} wacht nog op uw antwoord. De termijn is voorbij."),
        ("handler", f"Op adviesvraag {advice} is nog geen antwoord. De termijn is voorbij."),
    }
    for notice in Notice.objects.all():
        assert file.resident.name not in str(vars(notice))


def test_a_worker_that_was_killed_before_the_commit_doubles_nothing(file, cast, mate):
    ask(file, cast.handler, to(mate))
    Notice.objects.all().delete()
    assert remind_of_advice(at=LATE) == 2
    AdviceRequest.objects.update(reminded_at=None)
    assert remind_of_advice(at=LATE) == 0
    assert Notice.objects.count() == 2


def test_of_what_has_its_answer_nobody_is_told(file, cast, mate):
    answer(ask(file, cast.handler, to(mate)), mate)
    assert remind_of_advice(at=LATE) == 0


def test_who_cannot_open_it_any_more_is_not_told(file, cast, sst, consent):
    advice = ask(file, cast.handler, to(sst))
    Notice.objects.all().delete()
    type(consent).objects.update(valid_until=MONDAY.date() + DAY)

    assert remind_of_advice(at=LATE) == 1
    assert told() == {
        (
            "handler",
            f"Op adviesvraag {advice} komt geen antwoord: de collega kan die niet meer lezen.",
        )
    }


def test_of_somebody_without_an_account_only_who_asked_is_told(file, cast):
    consent_for(file.resident, "jgz")
    ask(file, cast.handler, outside("jgz"))

    assert remind_of_advice(at=LATE) == 1
    assert Notice.objects.get().person == cast.handler
