"""The agenda on screen: what is on it, what never is, and what it costs."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from audit.models import AuditEvent, AuditSubject
from cases.agenda.points import agenda_for
from tests.cases.agenda.conftest import question, too_late
from tests.cases.callbacks.pages import text_of
from tests.factories import UserFactory
from tests.factories.agenda import MeetingFactory, PointFactory
from tests.factories.cases import MONDAY, ResidentFactory, SubjectFactory
from tests.factories.contacts import ContactFactory
from tests.factories.helpdesk import HelpQuestionFactory
from tests.factories.knowledge import SuggestionFactory

pytestmark = pytest.mark.usefixtures("monday")
TODAY, DAY = MONDAY.date(), timedelta(days=1)
URL = "/overleg/"


def boxes_on(response):
    """What can be ticked on a page, in order."""
    return re.findall(r'value="((?:unanswered|article|late):\d+)"', response.content.decode())


def of_resident(desk, **own):
    resident = ResidentFactory()
    row = question(desk, **own)
    type(row).objects.filter(pk=row.pk).update(resident=resident)
    return resident


@pytest.mark.parametrize("rows", [1, 5])
def test_the_agenda_costs_the_same_however_long_it_is(
    cast, as_user, desk, rows, django_assert_num_queries
):
    for number in range(rows):
        subject = SubjectFactory(code=f"s{number}", label=f"Onderwerp {number}", position=number)
        of_resident(desk, subject=subject)
        SuggestionFactory(team=desk)
        too_late(desk, handler=UserFactory(), state="claimed")
        PointFactory(agreed=True, meeting=MeetingFactory(held_on=TODAY - number * DAY))
    client = as_user(cast.contact_centre)
    client.get(URL)  # the calendar is then in the cache

    # session, user, memberships; questions, articles, late requests, meetings with agreements;
    # savepoint, line, residents, release; unread notices
    with django_assert_num_queries(12):
        page = client.get(URL)

    assert len(boxes_on(page)) == 3 * rows
    assert page.content.decode().count("/nagekomen/") == rows


@pytest.mark.parametrize("rows", [1, 5])
def test_a_subject_costs_the_same_however_long_it_is(
    cast, as_user, desk, rows, django_assert_num_queries
):
    for _ in range(rows):
        of_resident(desk)
    client = as_user(cast.contact_centre)

    # session, user, memberships; subject, questions; savepoint, line, residents, release; notices
    with django_assert_num_queries(10):
        page = client.get(f"{URL}onderwerp/geld/")

    assert len(boxes_on(page)) == rows


def test_everything_is_counted_in_one_sentence(cast, as_user, desk):
    for _ in range(9):
        question(desk)
    SuggestionFactory.create_batch(3, team=desk)
    for _ in range(2):
        too_late(desk)
    PointFactory(agreed=True, due_on=TODAY - DAY)

    text = text_of(as_user(cast.contact_centre).get(URL))

    assert "Er zijn 14 punten: 9 vragen, 3 artikelen, 2 te laat." in text
    assert "1 afspraak is te laat." in text
    assert "laatste 6 weken" in text


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda desk: None, "Er zijn geen punten: alles is besproken."),
        (lambda desk: question(desk), "Er is 1 punt: 1 vraag."),
        (lambda desk: SuggestionFactory(team=desk), "Er is 1 punt: 1 artikel."),
        (lambda desk: too_late(desk), "Er is 1 punt: 1 te laat."),
    ],
)
def test_the_sentence_is_right_for_few(cast, desk, make, sentence):
    make(desk)

    assert agenda_for(cast.contact_centre, MONDAY).conclusion == sentence


def test_the_agenda_names_no_caller_and_no_content_of_a_request(cast, as_user, desk):
    resident = ResidentFactory(
        name="kanarie-naam", phone="+31612349999", postcode="1315ZZ", language="kanarie-taal"
    )
    contact = ContactFactory(desk=desk, opened_at=MONDAY - DAY, resident=resident)
    late = too_late(desk, resident=resident, question="kanarie-vraag")
    question(desk, contact=contact, resident=resident, question="Wat mag ik lenen?")

    client = as_user(cast.contact_centre)
    for url in (URL, f"{URL}onderwerp/geld/"):
        page = client.get(url).content.decode()
        assert "Wat mag ik lenen?" in page
        for secret in ("kanarie", "9999", "1315"):
            assert secret not in page
    assert late.reference in client.get(URL).content.decode()


def test_of_a_secret_address_the_team_is_not_named(cast, as_user, desk):
    late = too_late(desk, resident__address_secret=True)

    text = text_of(as_user(cast.contact_centre).get(URL))

    assert late.reference in text
    assert str(late.team) not in text


def test_how_late_is_counted_to_the_first_attempt(cast, as_user, desk):
    due = MONDAY - 3 * DAY
    too_late(desk, closed=True, due_at=due, first_attempt_at=due + timedelta(hours=2))

    text = text_of(as_user(cast.contact_centre).get(URL))

    assert "2 uur te laat" in text
    assert "Dit is afgerond" in text


def test_a_desk_sees_its_own_points_only(cast, as_user, points):
    page = as_user(cast.other_desk).get(URL)

    assert boxes_on(page) == []
    assert "alles is besproken" in text_of(page)


def test_who_was_in_sight_stands_in_the_trail(cast, as_user, desk):
    asked = of_resident(desk)
    late = too_late(desk)
    of_resident(ContactFactory().desk)

    as_user(cast.contact_centre).get(URL)

    event = AuditEvent.objects.get(code="agenda.read")
    assert event.rule == "contact_centre:see_agenda"
    seen = AuditSubject.objects.filter(event=event).values_list("resident_id", flat=True)
    assert set(seen) == {asked.pk, late.resident_id}


def test_of_a_subject_the_newest_ten_are_in_sight_and_the_rest_is_a_link_away(cast, as_user, desk):
    made = [question(desk, ago=timedelta(hours=number + 1)) for number in range(13)]
    wonen = SubjectFactory(code="wonen", label="Wonen", position=2)
    one = question(desk, subject=wonen)
    client = as_user(cast.contact_centre)

    page = client.get(URL)

    assert boxes_on(page) == [f"unanswered:{row.pk}" for row in (*made[:10], one)]
    text = text_of(page)
    assert "Alle vragen over Geld en schulden (alle 13)" in text
    assert "Hier staan de nieuwste 10." in text
    assert "Alle vragen over Wonen" not in text
    assert f'value="{made[0].subject_id}:{made[-1].pk}"' in page.content.decode()


def test_paging_through_a_subject_loses_and_doubles_nothing(cast, as_user, desk, settings):
    settings.PAGE_SIZE = 5
    made = [question(desk, ago=timedelta(hours=number // 3 + 1)) for number in range(13)]
    client = as_user(cast.contact_centre)
    pages = [client.get(f"{URL}onderwerp/geld/")]
    while link := re.search(r'rel="next" href="([^"]+)"', pages[-1].content.decode()):
        pages.append(client.get(f"{URL}onderwerp/geld/{link[1]}".replace("&amp;", "&")))

    found = [box for page in pages for box in boxes_on(page)]

    assert [len(boxes_on(page)) for page in pages] == [5, 5, 3]
    assert sorted(found) == sorted(f"unanswered:{row.pk}" for row in made)


@pytest.mark.parametrize("code", ["bestaat-niet", "x" * 300])
def test_a_subject_that_does_not_exist_is_a_404(cast, as_user, code):
    assert as_user(cast.contact_centre).get(f"{URL}onderwerp/{code}/").status_code == 404


def test_a_subject_without_questions_says_so(cast, as_user):
    SubjectFactory()

    page = as_user(cast.contact_centre).get(f"{URL}onderwerp/geld/?na=onzin")

    assert "Over dit onderwerp is alles besproken." in text_of(page)


def test_the_oldest_fifty_articles_and_requests_are_in_sight(cast, as_user, desk, settings):
    settings.PAGE_SIZE = 2
    asked = [SuggestionFactory(team=desk, suggested_at=MONDAY - n * DAY) for n in range(3)]
    late = [too_late(desk, registered_at=MONDAY - (9 + n) * DAY) for n in range(3)]

    page = as_user(cast.contact_centre).get(URL)

    wanted = [f"article:{asked[n].pk}" for n in (2, 1)] + [f"late:{late[n].pk}" for n in (2, 1)]
    assert boxes_on(page) == wanted
    assert "6 punten: 3 artikelen, 3 te laat" in text_of(page)
    assert text_of(page).count("Hier staan de oudste 2.") == 2


def test_numbers_above_a_thousand_are_sent_as_numbers(cast, as_user, desk):
    """On the screen 1000 reads as 1.000; in a form it must not."""
    subject = SubjectFactory(code="nieuw", id=4_321_000, label="Nieuw", position=9)
    for number in (1_234_567, 1_234_568):
        question(desk, pk=number, subject=subject)
    SuggestionFactory(pk=2_345_678, team=desk)
    too_late(desk, pk=3_456_789)

    page = as_user(cast.contact_centre).get(URL)

    assert set(boxes_on(page)) == {
        "unanswered:1234567",
        "unanswered:1234568",
        "article:2345678",
        "late:3456789",
    }
    assert f'value="{subject.pk}:1234568"' in page.content.decode()
    assert not re.search(r'(?:id|for|value)="[^"]*\d\.\d', page.content.decode())


def test_long_empty_and_hostile_text_is_shown_as_text(cast, as_user, desk):
    question(desk, question="<script>alert(1)</script>" + "x" * 900)
    question(desk, question="")
    SuggestionFactory(team=desk, words="<img src=x>", note="<b>")
    PointFactory(agreed=True, agreement="<script>alert(2)</script>")

    page = as_user(cast.contact_centre).get(URL).content.decode()

    assert "<script>alert" not in page
    assert "<img" not in page
    assert "Hele vraag" in page
    assert "Geen tekst vastgelegd" in page


@pytest.mark.parametrize(
    ("own", "why"),
    [
        ({}, "Doorverwezen naar de woningcorporatie"),
        ({"result": "answered", "referred_to": ""}, "Geen antwoord van de vraagbaak"),
    ],
)
def test_a_question_says_why_it_is_here(cast, as_user, desk, own, why):
    question(desk, help_question=HelpQuestionFactory(desk=desk), **own)

    assert why in text_of(as_user(cast.contact_centre).get(URL))


def test_what_is_agreed_and_the_meetings_are_on_the_page(cast, as_user):
    soon = PointFactory(agreed=True, due_on=TODAY + DAY, agreement="straks")
    PointFactory(agreed=True, due_on=TODAY - DAY, agreement="te laat")
    PointFactory(agreed=True, agreement="ooit", meeting=MeetingFactory(held_on=TODAY - 400 * DAY))
    PointFactory(agreed=True, agreement="gedaan", done_at=MONDAY)
    for number in range(1, 9):
        MeetingFactory(held_on=TODAY - 14 * number * DAY)

    page = as_user(cast.contact_centre).get(URL)

    text = text_of(page)
    assert text.index("te laat") < text.index("straks") < text.index("ooit")
    assert "gedaan" not in text
    assert "Overleg van vandaag (3 afgevinkt)" in text
    assert reverse("meeting-detail", args=[soon.meeting_id]) in page.content.decode()
    assert "Nog 3 eerder" in text
    assert "geen punten" in text


def test_the_desk_finds_it_in_the_menu(cast, as_user):
    assert f'href="{URL}"' in as_user(cast.contact_centre).get("/").content.decode()
