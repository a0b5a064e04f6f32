"""The rules of naming a referrer, telling them, and not telling them."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent, AuditSubject
from cases.advice.models import Recipient
from cases.dossiers.services import close_file
from cases.models import Feedback, FileLine
from common.errors import RuleViolation
from tests.cases.feedback.acting import DAY, TODAY, drop, name, practice, send
from tests.factories.advice import consent_for
from tests.factories.dossiers import FileColleagueFactory
from tests.factories.liaisons import LiaisonFactory


def refused(act, *args, **own):
    with pytest.raises(RuleViolation) as broken:
        act(*args, **own)
    return broken.value.field, str(broken.value)


def lines(file):
    return [(line.kind, line.words) for line in FileLine.objects.filter(file=file)]


def test_a_referrer_is_named_once_with_a_line(file, cast):
    key = uuid.uuid4()
    made = [name(file, cast.handler, submission_key=key) for _ in range(2)]
    assert made[0] == made[1]
    assert (made[0].state, made[0].resident_id) == ("due", file.resident_id)
    assert lines(file) == [("fb_who", "Verwezen door Huisartsen Haven.")]
    event = AuditEvent.objects.get(code="feedback.created")
    assert AuditSubject.objects.get(event=event).resident_id == file.resident_id


def test_a_linking_pin_of_the_team_can_be_the_referrer(file, cast):
    pin = LiaisonFactory(team=file.team, kind="huisarts", name="D. Dokter")
    made = name(file, cast.handler, Recipient.of_liaison(pin))
    assert (made.liaison, "D. Dokter" in made.referrer) == (pin, True)
    other = LiaisonFactory(kind="huisarts")
    assert refused(name, file, cast.handler, Recipient.of_liaison(other))[0] == "referrer"


def test_what_cannot_be_is_refused(file, cast):
    nobody = Recipient(None, practice().kind, "", "")
    assert refused(name, file, cast.handler, nobody)[0] == "organisation"
    for own, field in (
        ({"referred_on": TODAY + DAY}, "referred_on"),
        ({"referred_on": TODAY - 366 * DAY}, "referred_on"),
        ({"due_on": TODAY - DAY}, "due_on"),
        ({"due_on": TODAY + 184 * DAY}, "due_on"),
    ):
        assert refused(name, file, cast.handler, **own)[0] == field
    with pytest.raises(PermissionDenied):
        name(file, cast.team_worker)
    assert not Feedback.objects.exists()


def test_the_referrer_hears_one_sentence_with_consent(feedback, consent, file, cast):
    for _ in range(2):
        send(feedback, cast.handler)
    feedback.refresh_from_db()
    assert (feedback.state, feedback.consent, feedback.told_on) == ("sent", consent, TODAY)
    assert lines(file) == [("fb_sent", "Aan Huisartsen Haven: Er is hulp geregeld.")]
    assert "teruggekoppeld" in refused(send, feedback, cast.handler, phrase="ended")[1]
    assert "teruggekoppeld" in refused(drop, feedback, cast.handler)[1]


def test_without_a_consent_that_covers_it_nothing_is_told(feedback, resident, cast):
    assert "geen toestemming" in refused(send, feedback, cast.handler)[1]
    consent_for(resident, "schuldhulp")  # for somebody else
    consent_for(resident, "huisarts", categories=("contactgegevens",))  # and too little
    assert "geen toestemming" in refused(send, feedback, cast.handler)[1]
    consent_for(resident, "huisarts", given_on=TODAY - 9 * DAY, valid_until=TODAY - DAY)
    assert "geen toestemming" in refused(send, feedback, cast.handler)[1]
    assert Feedback.objects.get().state == "due"


def test_the_day_is_after_they_referred_and_not_to_come(feedback, consent, cast):
    for day in (TODAY - DAY, TODAY + DAY):
        assert refused(send, feedback, cast.handler, told_on=day)[0] == "told_on"


def test_not_telling_has_a_reason(feedback, file, cast):
    for _ in range(2):
        drop(feedback, cast.handler)
    feedback.refresh_from_db()
    assert (feedback.state, feedback.why_not) == ("dropped", "refused")
    assert lines(file) == [("fb_off", "Aan Huisartsen Haven: de inwoner wil het niet.")]
    assert "niet teruggekoppeld" in refused(drop, feedback, cast.handler, "needless")[1]


def test_a_colleague_in_the_dossier_tells_and_the_team_does_not(feedback, consent, file, cast):
    for person in (cast.team_worker, cast.team_manager, cast.outsider_worker):
        with pytest.raises(Feedback.DoesNotExist):
            send(feedback, person)
    FileColleagueFactory(file=file, employee=cast.team_worker)
    assert send(feedback, cast.team_worker).state == "sent"


def test_it_keeps_the_dossier_open(feedback, file, cast):
    def close():
        told = {"words": "Klaar.", "well": "Goed.", "follows": "nothing"}
        return close_file(file_id=file.pk, by=cast.handler, **told)

    with pytest.raises(RuleViolation, match="terugkoppeling TG-"):
        close()
    drop(feedback, cast.handler)
    close()
    assert "afgesloten" in refused(name, file, cast.handler)[1]
