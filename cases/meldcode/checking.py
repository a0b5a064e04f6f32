"""Whether what was written about a step is whole; only compares, raises RuleViolation."""

from cases.meldcode.models import Answer, Asked, SafetyCode, StepFacts, StepNumber
from cases.meldcode.norm import Norm, missing_in, norm_of
from common.errors import RuleViolation

Fault = tuple[str, str]
NOBODY: Fault = ("colleague", "Vul in met wie u overlegde, of dat u Veilig Thuis vroeg.")
UNSAID: Fault = ("words", "Schrijf op wat er is besproken.")
NO_TALK: Fault = (
    "why_not",
    "Schrijf op waarom er geen gesprek was, bijvoorbeeld om de veiligheid.",
)
DEVIATES: Fault = ("reason", "Uw beslissing wijkt af van de norm. Schrijf op waarom.")
NOTHING_DONE: Fault = ("reason", "U meldt niet en biedt geen hulp. Schrijf op waarom.")


def check_step(code: SafetyCode, number: int, facts: StepFacts) -> None:
    """Everything that must be said about a step (MC-7 to MC-11)."""
    _check_order(code, number, facts)
    fault = {
        StepNumber.SIGNALS: _signals,
        StepNumber.CONSULT: _consult,
        StepNumber.TALK: _talk,
        StepNumber.WEIGH: _weigh,
        StepNumber.DECIDE: lambda facts: _decide(facts, norm_for(code)),
    }[StepNumber(number)](facts)
    if fault is not None:
        raise RuleViolation(fault[1], field=fault[0])


def skipped(code: SafetyCode, number: int) -> list[StepNumber]:
    """The earlier steps that were not done yet."""
    done = set(code.steps.values_list("number", flat=True))
    return [step for step in StepNumber if step < number and step not in done]


def norm_for(code: SafetyCode) -> Norm | None:
    """What the norm says about the newest weighing; None when nobody weighed yet."""
    newest = code.steps.filter(number=StepNumber.WEIGH).order_by("-at", "-pk").first()
    if newest is None:
        return None
    newest.code = code
    return norm_of(newest.answers)


def _check_order(code: SafetyCode, number: int, facts: StepFacts) -> None:
    if skipped(code, number) and not facts.early:
        raise RuleViolation(
            "U slaat een stap over. Schrijf op waarom dat nodig is, bijvoorbeeld omdat er acuut "
            "gevaar is.",
            field="early",
        )


def _signals(facts: StepFacts) -> Fault | None:
    return None if facts.words else ("words", "Schrijf op welke signalen er zijn.")


def _consult(facts: StepFacts) -> Fault | None:
    asked = facts.answers.get("asked", Asked.NO)
    if not facts.answers.get("colleague") and asked == Asked.NO:
        return NOBODY
    if asked != Asked.NO and not facts.answers.get("asked_on"):
        return ("asked_on", "Vul in wanneer u Veilig Thuis vroeg.")
    return None if facts.words else UNSAID


def _talk(facts: StepFacts) -> Fault | None:
    if facts.answers.get("held") == Answer.YES:
        return None if facts.words else UNSAID
    return None if facts.answers.get("why_not") else NO_TALK


def _weigh(facts: StepFacts) -> Fault | None:
    missing = missing_in(facts.answers)
    if missing:
        return (missing, "Beantwoord deze vraag.")
    return None if facts.words else ("words", "Schrijf op waarom u zo weegt.")


def _decide(facts: StepFacts, norm: Norm | None) -> Fault | None:
    """A human decides; what differs from the norm, or does nothing, has a reason (MC-11)."""
    reports = facts.answers.get("reports") == Answer.YES
    helps = facts.answers.get("helps") == Answer.YES
    if facts.answers.get("reason"):
        return None
    if norm is not None and norm.reports != reports:
        return DEVIATES
    return None if reports or helps else NOTHING_DONE
