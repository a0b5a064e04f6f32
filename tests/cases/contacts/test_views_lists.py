"""The list of what our desk took down: per question, newest first, without who it was about."""

from datetime import timedelta

import pytest
from django.urls import reverse

from audit.models import AuditEvent, AuditSubject
from cases.models import QuestionResult
from tests.cases.callbacks.pages import text_of
from tests.factories import UserFactory
from tests.factories.cases import MONDAY, CallbackFactory, ResidentFactory, SubjectFactory
from tests.factories.contacts import ContactFactory, ContactQuestionFactory
from tests.factories.knowledge import ArticleFactory

pytestmark = pytest.mark.usefixtures("calendar_data")
R = QuestionResult
LIST, HOUR, DAY = "contact-list", timedelta(hours=1), timedelta(days=1)


def taken_down(desk, at=MONDAY, **own):
    """One question of a contact of this desk."""
    resident = own["callback"].resident if own.get("callback") else None
    person = own.pop("employee", None) or UserFactory()
    contact = ContactFactory(
        desk=desk, employee=person, opened_at=at - HOUR / 4, ended_at=at, resident=resident
    )
    return ContactQuestionFactory(contact=contact, **own)


def promised(desk, at=MONDAY, **own):
    """A question that became a request of this desk, unless it says of whom."""
    callback = own.pop("callback", None) or CallbackFactory(registered_in=desk)
    return taken_down(desk, at, result=R.CALLBACK, callback=callback, **own)


def numbers(page):
    """The contact of every line, in order."""
    return [row.contact_id for row in page.context["page"].rows]


@pytest.mark.parametrize("rows", [1, 5])
def test_the_list_costs_the_same_however_long_it_is(
    cast, as_user, desk, rows, django_assert_num_queries
):
    for number in range(rows):
        promised(desk)
        subject = SubjectFactory(code=f"s{number}", label=f"Onderwerp {number}")
        taken_down(desk, subject=subject, article=ArticleFactory())
    client = as_user(cast.contact_centre)

    # session, user, memberships; subjects; rows; savepoint, line, residents, release; notices
    with django_assert_num_queries(10):
        page = client.get(reverse(LIST))

    assert len(numbers(page)) == 2 * rows


def test_a_line_says_what_came_of_it_and_nothing_of_the_resident(cast, as_user, desk):
    resident = ResidentFactory(name="Anja van den Berg", phone="+31612345678")
    callback = CallbackFactory(registered_in=desk, resident=resident)
    row = promised(desk, callback=callback, question="Ik heb schulden.", employee=cast.help_desk)
    article = ArticleFactory(title="Kwijtschelding aanvragen")
    taken_down(desk, MONDAY - HOUR, article=article)
    wrong = taken_down(desk, MONDAY - DAY, result=R.WRONG_NUMBER, subject=None)

    page = as_user(cast.contact_centre).get(reverse(LIST))

    text = text_of(page)
    for words in (row.contact.reference, wrong.contact.reference, str(cast.help_desk)):
        assert words in text
    for words in ("Geld en schulden", "Terugbelverzoek", "Kwijtschelding aanvragen", "10:00"):
        assert words in text
    for secret in ("Anja", "Berg", "612345678", "Ik heb schulden"):
        assert secret not in page.content.decode()
    assert f'href="{reverse("callback-registered", args=[callback.pk])}"' in page.content.decode()
    assert f'href="{reverse("contact-ended", args=[row.contact_id])}"' in page.content.decode()


def test_a_request_of_another_desk_is_not_opened_from_here(cast, as_user, desk):
    callback = CallbackFactory()  # written down elsewhere, a question of ours was added to it
    promised(desk, callback=callback)

    page = as_user(cast.contact_centre).get(reverse(LIST))

    assert len(numbers(page)) == 1
    assert reverse("callback-registered", args=[callback.pk]) not in page.content.decode()


def test_who_was_on_the_page_stands_in_the_trail(cast, as_user, desk):
    seen = [promised(desk), promised(desk)]
    taken_down(desk)

    as_user(cast.contact_centre).get(reverse(LIST))

    shown = AuditSubject.objects.filter(event=AuditEvent.objects.get(code="contact.listed"))
    assert set(shown.values_list("resident_id", flat=True)) == {row.resident_id for row in seen}


def test_newest_first_and_only_of_ones_own_desk(cast, as_user, desk):
    old, new, middle = (taken_down(desk, MONDAY - back * DAY) for back in (3, 0, 1))
    other = taken_down(cast.other_desk.acting_memberships[0].team)

    ours = numbers(as_user(cast.contact_centre).get(reverse(LIST)))
    theirs = numbers(as_user(cast.other_desk).get(reverse(LIST)))

    assert ours == [row.contact_id for row in (new, middle, old)]
    assert theirs == [other.contact_id]


@pytest.fixture
def various(desk):
    """Questions that differ in one thing each, by name."""
    wonen = SubjectFactory(code="wonen", label="Wonen en huishouden", position=2)
    return {
        "plain": taken_down(desk),
        "duty": taken_down(desk, with_help_desk=True, result=R.HELP_DESK),
        "afternoon": taken_down(desk, part="middag"),
        "housing": taken_down(desk, subject=wonen),
        "referred": taken_down(desk, result=R.REFERRED, referred_to="De huisarts"),
        "wrong": taken_down(desk, result=R.WRONG_NUMBER, subject=None),
        "article": taken_down(desk, article=ArticleFactory()),
        "promise": promised(desk),
        "last_week": taken_down(desk, MONDAY - 3 * DAY),
        "before": taken_down(desk, MONDAY - 6 * 7 * DAY),
        "long_ago": taken_down(desk, MONDAY - 20 * 7 * DAY),
    }


RECENT = {
    "plain",
    "duty",
    "afternoon",
    "housing",
    "referred",
    "wrong",
    "article",
    "promise",
    "last_week",
    "before",
}
UNSOLVED = {"referred", "promise"}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", RECENT),
        ("?periode=4", RECENT - {"before"}),
        ("?periode=13", RECENT),
        ("?periode=alles", RECENT | {"long_ago"}),
        ("?periode=2026-11-16", {"last_week"}),
        ("?periode=2026-11-17", RECENT),
        ("?periode=morgen", RECENT),
        ("?dagdeel=middag", {"afternoon"}),
        ("?vraagbaak=met", {"duty"}),
        ("?vraagbaak=zonder", RECENT - {"duty"}),
        ("?onderwerp=wonen", {"housing"}),
        ("?onderwerp=bestaat-niet", RECENT),
        ("?resultaat=referred", {"referred"}),
        ("?opgelost=ja", RECENT - UNSOLVED - {"wrong"}),
        ("?opgelost=nee", UNSOLVED),
        ("?opgelost=telt", RECENT - {"wrong"}),
        ("?artikel=ja", {"article"}),
        ("?artikel=nee", RECENT - {"article"}),
        ("?opgelost=ja&vraagbaak=met&dagdeel=middag", set()),
    ],
)
def test_the_filters_leave_what_was_chosen(cast, as_user, various, query, names):
    page = as_user(cast.contact_centre).get(reverse(LIST) + query)

    assert sorted(numbers(page)) == sorted(various[name].contact_id for name in names)
    assert bool(names) != ("Geen gesprekken in deze lijst" in text_of(page))


def test_paging_through_a_long_list_loses_and_doubles_nothing(cast, as_user, desk, settings):
    settings.PAGE_SIZE = 4
    made = [taken_down(desk, MONDAY - (number // 3) * HOUR) for number in range(11)]
    client, found, query = as_user(cast.contact_centre), [], "?opgelost=ja"

    for _ in range(3):
        page = client.get(reverse(LIST) + query)
        found += numbers(page)
        query = f"?{page.context['page'].next_query}"
        assert query == "?" or "opgelost=ja" in query

    assert sorted(found) == sorted(row.contact_id for row in made)
    assert query == "?"


def test_who_takes_no_calls_has_no_list(cast, as_user, desk):
    for person in (cast.team_worker, cast.team_manager, cast.general_manager):
        assert as_user(person).get(reverse(LIST)).status_code == 403
