"""Question sets of the demo city: what a team needs to know, and a caller can say on the phone.

No question asks about illness, medicine or anything else that the team does not need (domain 0.6).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from cases.callbacks.services import (
    Answer,
    QuestionText,
    change_question_set,
    create_answers,
    create_question_set,
    publish_question_set,
)
from cases.models import (
    AnswerKind,
    CallbackRequest,
    CallbackSubject,
    QuestionSet,
    SetQuestion,
    Urgency,
    live_version,
)
from clusters.models import Membership, Role, Team, User
from common.deadlines import local_day

WRITTEN, PUBLISHED, REWRITTEN = timedelta(days=120), timedelta(days=118), timedelta(days=4)
ANSWERED = 0.8  # of the questions that may be skipped
TEAM_WITH_ITS_OWN = "wijkteam-haven"
Q, K = QuestionText, AnswerKind

MONEY = (
    Q(
        "Waar gaat het om?",
        kind=K.CHOICE,
        options="Achterstand met de huur of hypotheek\nAchterstand met gas, water of licht\n"
        "Achterstand met de zorgverzekering\nAndere schulden\nRondkomen lukt niet\nIets anders",
        is_required=True,
    ),
    Q(
        "Dreigt afsluiting van gas, water of licht, of uitzetting uit de woning?",
        "Bij “ja”: kies spoed.",
        K.YES_NO,
        is_required=True,
    ),
    Q("Welke datum staat er in de brief?", "Alleen als er een datum is genoemd."),
    Q("Wie helpt er al met de geldzaken?", "Bijvoorbeeld familie, een bewindvoerder of niemand."),
)
WALK_IN = Q("Komt de beller ook naar het spreekuur in het wijkcentrum?", kind=K.YES_NO)
HOUSEHOLD = (
    Q("Komt er nu al een hulp in het huishouden?", kind=K.YES_NO, is_required=True),
    Q("Van welke aanbieder komt die hulp?", "Alleen als er al hulp is."),
    Q(
        "Wat is er aan de hand?",
        kind=K.CHOICE,
        options="De hulp komt niet meer\nEr komt steeds iemand anders\nDe hulp is te weinig\n"
        "Het is een nieuwe aanvraag\nIets anders",
        is_required=True,
    ),
    Q(
        "Wie praat er mee als wij bellen?",
        "De beller zelf, of bijvoorbeeld een dochter.",
    ),
)
CARER = (
    Q(
        "Voor wie zorgt de beller?",
        kind=K.CHOICE,
        options="Partner\nOuder\nKind\nAnder familielid\nBuur, vriend of vriendin",
    ),
    Q(
        "Hoeveel dagen per week ongeveer?",
        kind=K.CHOICE,
        options="1 of 2 dagen\n3 tot 5 dagen\nElke dag",
    ),
    Q(
        "Moet er binnen een week iemand zijn die de zorg overneemt?",
        "Bij “ja”: kies spoed.",
        K.YES_NO,
        is_required=True,
    ),
    Q(
        "Wat zou nu het meeste helpen?",
        "In woorden van de beller. Vraag niet naar ziekte.",
        K.LONG,
    ),
)
FAMILY = (
    Q("Hoe oud zijn de kinderen om wie het gaat?", "Alleen leeftijden, geen namen."),
    Q("Wie denkt er al mee?", "Bijvoorbeeld school, de jeugdverpleegkundige of familie."),
    Q(
        "Weet de andere ouder van dit telefoontje?",
        "Zo weten wij wat wij kunnen zeggen als iemand anders opneemt.",
        K.CHOICE,
        "Ja\nNee\nEr is geen andere ouder\nWil de beller niet zeggen",
    ),
    Q(
        "Is er nu iemand in gevaar?",
        "Bij “ja”: kies spoed. Bij direct gevaar belt u 112.",
        K.YES_NO,
        is_required=True,
    ),
)
HOME = (
    Q(
        "Van wie is de woning?",
        kind=K.CHOICE,
        options="Woningcorporatie\nParticuliere verhuurder\nEigen woning\nWeet de beller niet",
    ),
    Q("Kan de beller nu veilig in huis blijven?", "Bij “nee”: kies spoed.", K.YES_NO, "", True),
)
HOME_DRAFT = (*HOME, Q("Is er al contact geweest met de verhuurder?", kind=K.YES_NO))
SETS = (
    # subject, code of the team or "", the questions in use, the draft that waits
    ("geld", "", MONEY, ()),
    ("geld", TEAM_WITH_ITS_OWN, (*MONEY, WALK_IN), ()),
    ("hulp-thuis", "", HOUSEHOLD, ()),
    ("mantelzorg", "", CARER, ()),
    ("gezin", "", FAMILY, ()),
    ("wonen", "", HOME, HOME_DRAFT),
)
SAID = {
    "Welke datum staat er in de brief?": ("de eerste van volgende maand", "volgende week vrijdag"),
    "Wie helpt er al met de geldzaken?": ("Niemand", "Haar zoon", "Een vrijwilliger"),
    "Van welke aanbieder komt die hulp?": ("Weet de naam niet meer", "Thuishulp De Brug"),
    "Wie praat er mee als wij bellen?": ("De beller zelf", "Haar dochter", "Zijn buurvrouw"),
    "Wat zou nu het meeste helpen?": (
        "Een avond in de week vrij.",
        "Iemand die meedenkt en af en toe een dag overneemt.",
    ),
    "Hoe oud zijn de kinderen om wie het gaat?": ("14", "7 en 11", "3, 5 en 9"),
    "Wie denkt er al mee?": ("De mentor op school", "Nog niemand", "Oma"),
}


@dataclass(frozen=True)
class _Keeper:
    """The functional administrator at work on the sets."""

    by: User
    at: datetime

    def make(self, subject: str, team: str, asked: Sequence[QuestionText]) -> QuestionSet:
        """A set in use."""
        made = create_question_set(
            subject=CallbackSubject.objects.get(code=subject),
            team=Team.objects.get(code=team) if team else None,
            by=self.by,
            at=self.at - WRITTEN,
        )
        self.write(made, asked, ago=WRITTEN)
        stamp, at = made.versions.newest().stamp, self.at - PUBLISHED
        publish_question_set(set_id=made.pk, stamp=stamp, by=self.by, at=at)
        return made

    def write(self, made: QuestionSet, asked: Sequence[QuestionText], *, ago: timedelta) -> None:
        """The draft of a set."""
        stamp, at = made.versions.newest().stamp, self.at - ago
        change_question_set(set_id=made.pk, stamp=stamp, questions=asked, by=self.by, at=at)


def create_question_sets(at: datetime) -> None:
    """Sets for five subjects, one team with its own, and one draft that waits; through services."""
    running = Membership.objects.running(local_day(at)).filter(role=Role.APPLICATION_MANAGER)
    keeper = _Keeper(running.select_related("user").order_by("pk")[0].user, at)
    for subject, team, asked, draft in SETS:
        made = keeper.make(subject, team, asked)
        if draft:
            keeper.write(made, draft, ago=REWRITTEN)


def create_demo_answers(*, callback: CallbackRequest, by: User, rng: Random) -> None:
    """What the caller of this request said to the questions of its team, if it has any."""
    version = live_version(callback.subject_id, callback.team_id)
    if version is None:
        return
    urgent = callback.urgency == Urgency.URGENT
    answers = [
        Answer(each.position, each.text, _say(each, urgent, rng))
        for each in version.questions.all()
        if each.is_required or rng.random() < ANSWERED
    ]
    create_answers(callback=callback, version=version, answers=answers, by=by)


def _say(question: SetQuestion, urgent: bool, rng: Random) -> str:
    """An answer that fits; what asks for speed is said of urgent requests only."""
    if question.kind != AnswerKind.YES_NO:
        return rng.choice(question.choices or SAID.get(question.text, ("Weet de beller niet",)))
    if "spoed" not in question.help_text:
        return rng.choice(("Ja", "Nee"))
    return "Ja" if urgent == question.help_text.startswith("Bij “ja”") else "Nee"
