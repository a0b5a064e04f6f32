"""Question sets of the test city: in use, a draft, empty, retired, and as long as they can be."""

from cases.callbacks import services
from cases.callbacks.models import AnswerKind
from cases.demo.question_sets import FAMILY, HOME, HOME_DRAFT, MONEY, WALK_IN
from cases.models import CallbackSubject, QuestionSet
from clusters.models import Team
from tests.journeys.city import LONG_NAME, LONG_WORD, RTL, TEAM, City

Q = services.QuestionText
LONGEST = (
    *[
        Q(LONG_WORD[:200], LONG_WORD[:200], AnswerKind.LONG, "", number % 2 == 0)
        for number in (1, 2)
    ],
    Q(RTL, RTL, AnswerKind.CHOICE, f"{LONG_NAME}\n{RTL}"),
    Q("Kies uit een lange lijst", "", AnswerKind.CHOICE, "\n".join("ABCDEFG") + f"\n{LONG_NAME}"),
    *[Q(f"Is dit vraag {number}?", "", AnswerKind.YES_NO) for number in range(5, 13)],
)


def furnish(city: City) -> None:
    """Make the sets; ``city.things`` knows them by name."""
    made = city.things
    made["set"] = _published(city, "geld", MONEY).pk
    own = _published(city, "geld", (*MONEY, WALK_IN), team=Team.objects.get(code=TEAM))
    made["set-team"] = own.pk
    draft = _published(city, "wonen", HOME)
    _write(city, draft, HOME_DRAFT)
    made["set-draft"] = draft.pk
    made["set-empty"] = _begun(city, "hulpmiddel").pk
    retired = _published(city, "gezin", FAMILY)
    services.retire_question_set(set_id=retired.pk, by=city.people["application_manager"])
    made["set-retired"] = retired.pk
    longest = _begun(city, "anders")
    _write(city, longest, LONGEST)
    made["set-long"] = longest.pk


def _begun(city: City, subject: str, team: Team | None = None) -> QuestionSet:
    return services.create_question_set(
        subject=CallbackSubject.objects.get(code=subject),
        team=team,
        by=city.people["application_manager"],
    )


def _write(city: City, made: QuestionSet, questions: tuple[services.QuestionText, ...]) -> None:
    services.change_question_set(
        set_id=made.pk,
        stamp=made.versions.newest().stamp,
        questions=questions,
        by=city.people["application_manager"],
    )


def _published(
    city: City,
    subject: str,
    questions: tuple[services.QuestionText, ...],
    team: Team | None = None,
) -> QuestionSet:
    made = _begun(city, subject, team)
    _write(city, made, questions)
    services.publish_question_set(
        set_id=made.pk,
        stamp=made.versions.newest().stamp,
        by=city.people["application_manager"],
    )
    return made
