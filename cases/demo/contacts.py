"""The calls of the demo city: those that became a request, and those that were answered at once."""

from datetime import datetime, timedelta
from random import Random

from cases.contacts.models import Channel, Contact, ContactQuestion, QuestionResult
from cases.contacts.services import Asked, finish_call, open_call, save_call
from cases.demo.cast import Cast
from cases.demo.marks import demo_key, demo_requests
from cases.demo.planning import SUBJECTS
from cases.demo.texts import Questions
from cases.helpdesk.duty import on_duty_now
from cases.helpdesk.models import day_part_of
from cases.knowledge.models import Article
from cases.models import CallbackSubject
from clusters.models import working_calendar
from common.autosave import Stamp

DAYS, A_DAY = 25, 12
TALK = timedelta(minutes=4)
CONTACT_NUMBERS = 1 << 40  # their keys lie above those of requests and attempts
HELPED = {QuestionResult.ANSWERED: 58, QuestionResult.HELP_DESK: 24, QuestionResult.REFERRED: 14}
ALONE = {QuestionResult.ANSWERED: 62, QuestionResult.REFERRED: 34}
WRONG = {QuestionResult.WRONG_NUMBER: 4}
ELSEWHERE = ("de huisarts", "de woningcorporatie", "de Belastingdienst", "het Werkplein")


def create_contacts(*, cast: Cast, now: datetime, rng: Random) -> None:
    """A contact behind every made-up request, and calls of five weeks that ended in one go.

    Rules: none of its own; the calls that were answered go through the services.
    """
    _of_requests()
    articles = list(Article.objects.order_by("pk"))
    subjects = {row.code: row for row in CallbackSubject.objects.in_use()}
    questions = Questions()
    for number, at in enumerate(_moments(now, rng)):
        code = rng.choices(list(SUBJECTS), list(SUBJECTS.values()))[0]
        chances = (HELPED if on_duty_now(at) else ALONE) | WRONG
        result = rng.choices(list(chances), list(chances.values()))[0]
        wrong = result == QuestionResult.WRONG_NUMBER
        asked = Asked(
            position=1,
            subject=None if wrong else subjects[code],
            question="" if wrong else questions.ask(code, rng),
            result=result,
            referred_to=rng.choice(ELSEWHERE) if result == QuestionResult.REFERRED else "",
            article=_article(articles, result, rng),
        )
        by = cast.desk[number % len(cast.desk)]
        call = open_call(by=by, at=at - TALK)
        finish_call(call_id=call.pk, channel=Channel.PHONE, asked=[asked], by=by, at=at)


def create_running_call(*, cast: Cast, now: datetime) -> None:
    """A call the demo KCC-medewerker has on the line, so that one sees it come back."""
    by = cast.desk[0]
    call = open_call(by=by, at=now)
    typed = {"name": "Mw. Bakker", "q0-question": "Belt over de brief van vorige week."}
    save_call(
        call_id=call.pk,
        typed={name: [text] for name, text in typed.items()},
        stamp=Stamp(call.version, "demo"),
        by=by,
        at=now,
    )


def _of_requests() -> None:
    """The call in which each request was written down."""
    requests = list(demo_requests().order_by("pk"))
    contacts = Contact.objects.bulk_create(
        Contact(
            uuid=demo_key(CONTACT_NUMBERS + row.pk),
            channel=Channel.PHONE,
            opened_at=row.registered_at - TALK,
            ended_at=row.registered_at,
            employee_id=row.registered_by_id,
            desk_id=row.registered_in_id,
            resident_id=row.resident_id,
        )
        for row in requests
    )
    ContactQuestion.objects.bulk_create(
        ContactQuestion(
            contact=contact,
            resident_id=row.resident_id,
            position=1,
            subject_id=row.subject_id,
            question=row.question,
            result=QuestionResult.CALLBACK,
            callback=row,
            desk_id=row.registered_in_id,
            ended_at=row.registered_at,
            part=day_part_of(row.registered_at),
            with_help_desk=bool(on_duty_now(row.registered_at)),
        )
        for contact, row in zip(contacts, requests, strict=True)
    )


def _moments(now: datetime, rng: Random) -> list[datetime]:
    """When the calls ended: some a day, on working days, none in the future."""
    calendar = working_calendar()
    found = []
    for back in range(DAYS):
        day = (now - timedelta(days=back)).date()
        if not calendar.is_working_day(day):
            continue
        opens, closes = calendar.span(day)
        seconds = (closes - opens).total_seconds()
        found += [opens + timedelta(seconds=rng.uniform(300, seconds)) for _ in range(A_DAY)]
    return sorted(at for at in found if at <= now)


def _article(articles: list[Article], result: str, rng: Random) -> Article | None:
    """Half of what was answered came out of the kennisbank."""
    if not articles or result != QuestionResult.ANSWERED or rng.random() < 0.5:
        return None
    return rng.choice(articles)
