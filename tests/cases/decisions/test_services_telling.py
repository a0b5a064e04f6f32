"""The letters about an opschorting and about a delay, once and as they were shown (AB-24)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from audit.models import AuditEvent
from cases.decisions import services
from cases.decisions.models import Application, PauseGround, TermLetter
from cases.decisions.term_letter import delay_letter, pause_letter
from cases.intakes.letter import stamp_of
from common.errors import RuleViolation
from tests.cases.decisions.acting import DAY, TODAY, pause
from tests.factories.decisions import PauseFactory
from tests.factories.dossiers import FileFactory

TUESDAY = TODAY + DAY


def fresh(application):
    rows = Application.objects.select_related("resident", "handler", "desk")
    return rows.get(pk=application.pk)


def about(application, made):
    made.application = fresh(application)
    return pause_letter(made.application, made, TODAY)


def tell_pause(application, made, by, stamp=None, **own):
    stamp = stamp or stamp_of(about(application, made))
    told = {"way": "post", "stamp": stamp, "by": by} | own
    return services.send_pause_letter(application_id=application.pk, pause_id=made.pk, **told)


def tell_delay(application, by, stamp=None, **own):
    stamp = stamp or stamp_of(delay_letter(fresh(application), TODAY))
    told = {"way": "handed", "stamp": stamp, "by": by} | own
    return services.send_delay_letter(application_id=application.pk, **told)


def promise(application, by, day=TODAY + 20 * DAY):
    services.name_delay(application_id=application.pk, promised_on=day, told_on=TODAY, by=by)


def words_of(content):
    return " ".join(text for part in content["sections"] for text in part["paragraphs"])


def test_the_letter_about_missing_facts_says_what_until_when_and_the_new_day(application, cast):
    made = pause(
        application, cast.handler, until=TODAY + 7 * DAY, words="Uw polis.\n\nEn een loonstrook."
    )

    said = about(application, made)

    assert said["subject"] == "Wij hebben nog gegevens van u nodig"
    assert said["sections"][1]["paragraphs"][:2] == ["Uw polis.", "En een loonstrook."]
    assert "uiterlijk op maandag 30 november 2026" in words_of(said)
    assert "U krijgt ons besluit daarom uiterlijk op maandag 14 december 2026" in words_of(said)


@pytest.mark.parametrize("ground", [each for each in PauseGround if each != "incomplete"])
def test_another_ground_asks_nothing_of_the_resident(application, cast, ground):
    made = pause(application, cast.handler, ground=ground)

    said = about(application, made)

    assert "niet te behandelen" not in words_of(said)
    assert "Dit duurt tot en met maandag 30 november 2026" in words_of(said)


def test_the_letter_about_a_delay_leaves_the_day_of_the_law(application, cast):
    promise(application, cast.handler)

    said = words_of(delay_letter(fresh(application), TODAY))

    assert "uiterlijk op zondag 13 december 2026" in said
    assert "De termijn van de wet blijft maandag 7 december 2026" in said
    with pytest.raises(ValueError, match="promised"):
        delay_letter(Application(), TODAY)


def test_sent_it_is_frozen_leaves_a_line_and_twice_is_once(application, cast):
    file = FileFactory(resident=application.resident, director=cast.handler, team=application.team)
    Application.objects.update(file=file)
    made = pause(application, cast.handler)
    said = about(application, made)

    sent = tell_pause(application, made, cast.handler)
    again = tell_pause(application, made, cast.handler, stamp="something else")

    assert again.pk == sent.pk
    kept = TermLetter.objects.select_related("application").get()
    assert (kept.frozen, kept.sent_on, kept.by) == (said, TODAY, cast.handler)
    assert b"Uw polis" not in bytes(kept.letter)
    assert "verstuurd" in file.lines.select_related("file").first().words
    assert AuditEvent.objects.filter(code="application.letter_sent").count() == 1


def test_per_promised_day_one_letter(application, cast):
    promise(application, cast.handler)
    first = tell_delay(application, cast.handler)
    assert tell_delay(application, cast.handler).pk == first.pk

    promise(application, cast.handler, TODAY + 25 * DAY)
    second = tell_delay(application, cast.handler)

    assert second.pk != first.pk
    assert second.frozen != TermLetter.objects.select_related("application").get(pk=first.pk).frozen


def test_what_is_not_there_is_not_told(application, cast):
    with pytest.raises(RuleViolation, match="Meld eerst de vertraging"):
        tell_delay(application, cast.handler, stamp="x")
    made = PauseFactory(application=application, asked_on=TODAY - DAY, ended_on=TODAY)
    with pytest.raises(RuleViolation, match="loopt alweer"):
        tell_pause(application, made, cast.handler)
    assert not TermLetter.objects.exists()


def test_another_text_than_was_shown_is_not_sent(application, cast):
    made = pause(application, cast.handler)
    seen = stamp_of(about(application, made))
    Application.objects.update(due_at=application.due_at + timedelta(days=9))

    with pytest.raises(RuleViolation) as broken:
        tell_pause(application, made, cast.handler, stamp=seen)

    assert broken.value.field == "stamp"


def test_over_or_not_mine_is_refused(application, cast):
    made = pause(application, cast.handler)
    for person in (cast.team_worker, cast.team_manager):
        with pytest.raises(PermissionDenied):
            tell_pause(application, made, person)
    with pytest.raises(Application.DoesNotExist):
        tell_pause(application, made, cast.outsider_worker)
    Application.objects.update(state="withdrawn", ended_at=application.registered_at)
    with pytest.raises(RuleViolation, match="loopt niet meer"):
        tell_pause(application, made, cast.handler)


def test_a_letter_is_about_one_thing(application, cast):
    made = pause(application, cast.handler)
    own = {"application": application, "resident": application.resident, "by": cast.handler}
    own |= {"letter": b"x", "way": "post", "sent_on": TODAY}
    for wrong in ({}, {"pause": made, "promised_on": TUESDAY}, {"pause": made, "way": "mail"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            TermLetter.objects.create(**own | wrong)
