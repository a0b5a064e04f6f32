"""Ask, answer, withdraw and read; each rule, no permission, and the trail."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.advice.models import AdviceRequest, Recipient
from cases.dossiers import services as dossiers
from cases.models import DataCategory
from clusters.models import Notice
from common.errors import RuleViolation
from tests.cases.advice.acting import answer, ask, outside, read, to, withdraw
from tests.cases.dossiers.acting import close, lines
from tests.factories.advice import consent_for
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileColleagueFactory, HelpRequestFactory
from tests.factories.liaisons import LiaisonFactory

DAY = timedelta(days=1)
TODAY = MONDAY.date()


def told(person):
    return list(Notice.objects.filter(person=person).values_list("text", flat=True))


def test_ask_advice_within_the_team_needs_no_consent(question, cast, mate):
    advice = ask(question.file, cast.handler, to(mate), question=question)

    assert (advice.shared_by, advice.consent, advice.adviser) == ("team", None, mate)
    assert advice.told.words == "Wat raad je aan?"
    assert advice.answer_by == (MONDAY + 3 * DAY).replace(hour=17)
    assert {row.code for row in advice.data.all()} == {"contactgegevens", "hulpvraag"}
    line = question.file.lines.get()
    assert (line.kind, line.words, line.person) == ("adv_ask", "Wat raad je aan?", mate)
    assert told(mate) == [f"{cast.handler} vraagt u advies ({advice})."]
    assert AuditEvent.objects.filter(code="advice.asked").count() == 1


def test_ask_advice_outside_the_team_needs_a_consent_for_that_kind(file, cast, near, sst):
    for who in (to(near), to(sst), outside()):
        with pytest.raises(RuleViolation, match="geen toestemming") as broken:
            ask(file, cast.handler, who)
        assert broken.value.field == "asked_of"
    consent_for(file.resident, "sst", given_on=TODAY - 9 * DAY, valid_until=TODAY - DAY)
    consent_for(file.resident, "wijkteam", given_by="nobody", way="")
    for who in (to(near), to(sst)):
        with pytest.raises(RuleViolation, match="geen toestemming"):
            ask(file, cast.handler, who)
    consent = consent_for(file.resident, "sst")

    advice = ask(file, cast.handler, to(sst))
    assert (advice.shared_by, advice.consent) == ("consent", consent)
    assert told(sst) == [f"{cast.handler} vraagt u advies ({advice})."]
    with pytest.raises(RuleViolation, match="Collega van een ander wijkteam"):
        ask(file, cast.handler, to(near))


def test_ask_advice_only_with_the_data_the_consent_names(file, cast, sst, consent):
    """AV-3: consent per category too."""
    health = list(DataCategory.objects.filter(code="gezondheid"))
    with pytest.raises(RuleViolation, match="gezondheid"):
        ask(file, cast.handler, to(sst), data=health)
    wide = consent_for(
        file.resident, "sst", categories=["contactgegevens", "hulpvraag", "gezondheid"]
    )

    assert ask(file, cast.handler, to(sst), data=health).consent == wide


def test_ask_advice_on_a_ground_in_the_register_with_a_reason(file, cast, sst, consent):
    with pytest.raises(RuleViolation, match="zonder toestemming") as broken:
        ask(file, cast.handler, to(sst), by_law=True)
    assert broken.value.field == "reason"
    with pytest.raises(RuleViolation, match="geen grond in de wet") as broken:
        ask(file, cast.handler, to(sst), by_law=True, reason="Levensgevaar.")
    assert broken.value.field == "by_law"
    ground = consent_for(file.resident, "sst", given_by="nobody", way="")

    advice = ask(file, cast.handler, to(sst), by_law=True, reason="Levensgevaar.")
    assert (advice.shared_by, advice.consent) == ("ground", ground)
    assert advice.told.reason == "Levensgevaar."
    assert "Gedeeld zonder toestemming: Levensgevaar." in file.lines.get().words


def test_ask_advice_anonymously_needs_no_consent_and_no_name(file, cast, sst):
    type(file.resident).objects.update(name="J. Kanarie", phone="+31612345678")
    file.resident.refresh_from_db()
    for words in ("Mevrouw Kanarie belt.", "Bel 06-12345678", "BSN 999990019"):
        with pytest.raises(RuleViolation, match="niet anoniem") as broken:
            ask(file, cast.handler, to(sst), words=words, is_anonymous=True)
        assert broken.value.field == "words"

    advice = ask(file, cast.handler, to(sst), words="Zij belt elke dag.", is_anonymous=True)
    assert (advice.shared_by, advice.consent) == ("anonymous", None)
    assert not advice.data.exists()
    assert AdviceRequest.objects.visible_to(sst).get() == advice


def test_ask_advice_of_somebody_outside_has_a_name_and_a_kind(file, cast):
    consent_for(file.resident, "huisarts")
    for who in (outside(name=""), to(cast.team_manager), to(cast.handler)):
        with pytest.raises(RuleViolation, match=r"Vul in wie|niet te vragen"):
            ask(file, cast.handler, who)

    advice = ask(file, cast.handler, outside())
    assert advice.asked_of == "D. Dokter (Praktijk Haven)"
    assert b"Dokter" not in bytes(advice.content)
    assert file.lines.get().words.startswith("Aan D. Dokter (Praktijk Haven)")


def test_ask_advice_not_about_a_question_that_ended_or_is_of_another_dossier(question, cast, mate):
    with pytest.raises(RuleViolation, match="afgesloten"):
        ask(question.file, cast.handler, to(mate), question=HelpRequestFactory())
    close(question, cast.handler)
    question.refresh_from_db()
    with pytest.raises(RuleViolation, match="afgesloten"):
        ask(question.file, cast.handler, to(mate), question=question)


def test_ask_advice_twice_is_once(file, cast, mate):
    key = uuid.uuid4()
    first = ask(file, cast.handler, to(mate), submission_key=key)

    assert ask(file, cast.handler, to(mate), submission_key=key) == first
    assert AdviceRequest.objects.count() == 1


def test_ask_advice_is_for_who_works_in_the_dossier(file, cast, mate, near):
    with pytest.raises(PermissionDenied):
        ask(file, cast.team_worker, to(near))
    with pytest.raises(type(file).DoesNotExist):
        ask(file, cast.outsider_worker, to(mate))
    FileColleagueFactory(file=file, employee=cast.city_hall_team)
    assert ask(file, cast.city_hall_team, to(mate)).asked_by == cast.city_hall_team


def test_answer_advice_is_written_in_the_dossier_and_told(file, cast, mate):
    advice = answer(ask(file, cast.handler, to(mate)), mate)

    assert (advice.state, advice.answer_words, advice.ended_by) == (
        "answered",
        "Bel de praktijk.",
        mate,
    )
    assert [row.words for row in file.lines.filter(kind="adv_got")] == ["Bel de praktijk."]
    assert told(cast.handler) == [f"Er is antwoord op adviesvraag {advice}."]
    assert answer(advice, mate).pk == advice.pk
    assert lines(file) == ["adv_ask", "adv_got"]
    with pytest.raises(RuleViolation, match="kan niet meer"):
        answer(advice, mate, "Toch anders.")


def test_the_answer_of_somebody_outside_is_noted_by_who_asked_and_read_at_once(file, cast, mate):
    consent_for(file.resident, "wi")
    advice = ask(file, cast.handler, outside("wi", "W. Werk", ""))
    for person in (mate, cast.team_manager):
        with pytest.raises(AdviceRequest.DoesNotExist):
            answer(advice, person)

    assert answer(advice, cast.handler).state == "read"
    line = file.lines.get(kind="adv_got")
    assert line.words == "W. Werk (Werk en Inkomen (W&I)):\nBel de praktijk."
    assert told(cast.handler) == []


def test_answering_is_for_who_was_asked_and_the_rest_for_the_dossier(file, cast, mate):
    advice = ask(file, cast.handler, to(mate))
    with pytest.raises(PermissionDenied):
        answer(advice, cast.handler)
    for act in (withdraw, read):
        with pytest.raises(PermissionDenied):
            act(advice, mate)
    with pytest.raises(RuleViolation, match="Schrijf het antwoord op"):
        answer(advice, mate, "")


def test_an_answer_after_the_consent_was_taken_back_is_refused(file, cast, sst, consent):
    advice = ask(file, cast.handler, to(sst))
    type(consent).objects.update(valid_from=TODAY - DAY, given_on=TODAY - DAY)
    type(consent).objects.update(valid_until=TODAY - DAY)

    with pytest.raises(AdviceRequest.DoesNotExist):
        answer(advice, sst)


def test_withdraw_advice_as_long_as_there_is_no_answer(file, cast, mate):
    advice = withdraw(ask(file, cast.handler, to(mate)), cast.handler)
    assert (advice.state, advice.answer_words) == ("withdrawn", "Niet meer nodig.")
    assert f"{cast.handler} trok adviesvraag {advice} in." in told(mate)
    done = answer(ask(file, cast.handler, to(mate)), mate)
    with pytest.raises(RuleViolation, match="kan niet meer"):
        withdraw(done, cast.handler)


def test_read_advice_once_there_is_an_answer_also_in_a_closed_dossier(file, cast, mate):
    advice = ask(file, cast.handler, to(mate))
    with pytest.raises(RuleViolation, match="kan niet meer"):
        read(advice, cast.handler)
    answer(advice, mate)
    file.resident.callbacks.update(state="waiting", handler=None)
    dossiers.close_file(file_id=file.pk, words="Klaar.", by=cast.handler)

    assert [read(advice, cast.handler).state for _ in range(2)] == ["read", "read"]
    assert AuditEvent.objects.filter(code="advice.noticed").count() == 1


def test_a_dossier_does_not_close_while_a_question_waits(file, cast, mate):
    """AV-10."""
    advice = ask(file, cast.handler, to(mate))
    file.resident.callbacks.update(state="waiting", handler=None)
    with pytest.raises(RuleViolation, match=f"adviesvraag {advice}"):
        dossiers.close_file(file_id=file.pk, words="Klaar.", by=cast.handler)

    withdraw(advice, cast.handler)
    assert not dossiers.close_file(file_id=file.pk, words="Klaar.", by=cast.handler).is_open


def test_ask_advice_of_a_linking_pin_of_the_team_who_is_there_today(file, cast, noord):
    """LP-7."""
    consent_for(file.resident, "jgz")
    later = {"team": noord, "valid_from": TODAY + DAY}
    for pin in (LiaisonFactory(), LiaisonFactory(**later)):
        with pytest.raises(RuleViolation, match="er vandaag niet") as broken:
            ask(file, cast.handler, Recipient.of_liaison(pin))
        assert broken.value.field == "asked_of"
    pin = LiaisonFactory(team=noord)

    advice = ask(file, cast.handler, Recipient.of_liaison(pin))
    assert (advice.liaison, advice.asked_of) == (pin, f"{pin.name} (JGZ Haven)")
