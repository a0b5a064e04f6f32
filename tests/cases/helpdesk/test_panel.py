"""What the running call shows of the vraagbaak: embedded in its form, so without a form tag."""

from datetime import timedelta

import pytest
import time_machine
from django.template.loader import render_to_string

from cases.helpdesk.models import DayPart
from tests.factories.cases import MONDAY
from tests.factories.helpdesk import DutyShiftFactory, HelpQuestionFactory

pytestmark = pytest.mark.usefixtures("monday")
SCRIPT = "<script>alert(1)</script>"


def panel(*, help=None, on_duty=(), next_duty=None, position=2):
    facts = {"help": help, "on_duty": on_duty, "next_duty": next_duty, "position": position}
    with time_machine.travel(MONDAY + timedelta(minutes=3), tick=False):
        html = render_to_string("cases/helpdesk/_panel.html", facts)
    assert "<form" not in html
    return html


def test_nobody_is_there_and_when_somebody_is():
    shift = DutyShiftFactory.build(person=None, day=MONDAY.date(), part=DayPart.AFTERNOON)

    html = panel(next_duty=shift)

    assert "Er is nu niemand. De volgende is er ma 23 november in de middag." in html
    assert "<button" not in html
    assert "er staat niemand in het rooster" in panel()


def test_who_is_there_can_be_asked():
    html = panel(on_duty=["Joyce Kromosoeto", "Ann Bos"])

    assert "Nu aanwezig: Joyce Kromosoeto, Ann Bos." in html
    assert 'name="do" value="ask-2"' in html
    assert "withdraw" not in html


def test_asked_and_waiting():
    html = panel(help=HelpQuestionFactory(), on_duty=["Joyce Kromosoeto"])

    assert "Wacht op de vraagbaak" in html
    assert "<strong>3 minuten</strong>" in html
    assert 'value="withdraw-2"' in html
    assert 'value="ask-2"' in html
    assert "niemand" not in html
    assert "is er nu niemand meer" in panel(help=HelpQuestionFactory())


def test_a_colleague_looks_at_it():
    help = HelpQuestionFactory(taken=True)

    html = panel(help=help, on_duty=["Joyce Kromosoeto"])

    assert f"{help.taken_by} kijkt hiernaar sinds 10:00" in html
    assert 'value="withdraw-2"' in html


def test_the_answer_is_large_and_safe_to_read_aloud():
    html = panel(help=HelpQuestionFactory(answered=True, answer=f"Ja.\n{SCRIPT}"))

    assert 'class="wt-say"' in html
    assert "Ja.<br>" in html
    assert "<script>" not in html
    assert "<button" not in html


def test_after_withdrawing_it_can_be_asked_again():
    html = panel(help=HelpQuestionFactory(withdrawn=True), on_duty=["Joyce Kromosoeto"])

    assert "is ingetrokken" in html
    assert 'value="ask-2"' in html
