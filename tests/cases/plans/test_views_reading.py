"""Who reads a plan, what the resident gets, and that many rows cost the same queries."""

import pytest
from django.urls import reverse

from audit.models import AuditEvent, AuditSubject
from cases.dossiers.models import ResidentFile
from cases.models import LetterLine
from cases.plans.models import Evaluation, Goal, PlanAction
from cases.residents.models import Party
from tests.cases.callbacks.pages import answers_in, text_of
from tests.cases.plans.acting import TODAY, WEEK, add_action, agree, end_goal, move
from tests.cases.talks.test_views_reports import tables_with
from tests.factories.cases import MONDAY
from tests.factories.community import OfferFactory
from tests.factories.dossiers import FileColleagueFactory
from tests.factories.plans import ActionFactory, EvaluationFactory, GoalFactory
from tests.factories.talks import domain

CANARY = "Kanarieinplan"
NEXT = (TODAY + 4 * WEEK).isoformat()


def url(name, *args):
    return reverse(f"plan-{name}", args=args)


@pytest.fixture
def worker(as_user, cast):
    return as_user(cast.handler)


def filled(page, **own):
    return answers_in(page) | own


def post(client, address, **own):
    """Fill in the form of a page as it opens, and send it."""
    return client.post(address, filled(client.get(address), **own))


@pytest.mark.parametrize("person", ["team_worker", "team_manager", "outsider_worker"])
def test_who_does_not_work_in_the_dossier_reads_nothing_of_the_plan(as_user, cast, goal, person):
    goal.tell(wish=CANARY)
    goal.save()
    client = as_user(getattr(cast, person))
    for name in ("detail", "print", "panel"):
        answer = client.get(url(name, goal.file_id))
        assert answer.status_code in (403, 404)
        assert CANARY not in answer.content.decode()


def test_a_colleague_reads_and_writes(as_user, cast, goal):
    FileColleagueFactory(file=goal.file, employee=cast.city_social_team)
    client = as_user(cast.city_social_team)
    assert "Ik wil rondkomen." in text_of(client.get(url("detail", goal.file_id)))
    assert client.get(url("goal-change", goal.file_id, goal.pk)).status_code == 200


def test_in_a_closed_dossier_there_is_nothing_to_press(worker, goal, cast):
    move(add_action(goal, cast.handler), cast.handler)
    end_goal(goal, cast.handler)
    Evaluation.objects.all().delete()
    ResidentFile.objects.update(state="closed", ended_at=MONDAY)
    html = worker.get(url("detail", goal.file_id)).content.decode()
    assert "Het lukt." in html
    for name in ("goal-new", "agreement", "members", "evaluation-plan"):
        assert f'href="{url(name, goal.file_id)}"' not in html
    answer = post(worker, url("goal-new", goal.file_id), wish="x", domain=str(goal.domain_id))
    assert "afgesloten en verandert niet meer" in text_of(answer)


def test_the_sheet_for_the_resident_is_plain_and_says_whom_to_call(worker, goal, cast):
    texts = {"what": "Elke week langs.", "short": CANARY}
    ActionFactory(goal=goal, who="provider", kind="formal", texts=texts)
    EvaluationFactory(plan=goal.plan, held=True, texts={"findings": CANARY})
    EvaluationFactory(plan=goal.plan)
    agree(goal.plan, cast.handler)
    page = worker.get(url("print", goal.file_id))
    html = page.content.decode()
    sheet = html[html.index("<article") : html.index("</article>")]
    for words in ("Ik wil rondkomen.", "Elke week langs.", "14 036", str(cast.handler)):
        assert words in sheet
    assert "kijken we samen hoe het gaat" in sheet
    assert CANARY not in html
    for jargon in ("casusregisseur", "leefgebied", "maatwerk", "interventie", "formeel"):
        assert jargon not in sheet.lower()
    assert AuditEvent.objects.filter(code="plan.printed").count() == 1


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"label": "0800 1234"}, "Bel ons op <strong>0800 1234</strong> en vraag naar"),
        ({"is_active": False}, "wilt u iets anders? Vraag naar"),
    ],
)
def test_the_number_is_that_of_the_letters(worker, goal, own, said):
    LetterLine.objects.filter(code="telefoon").update(**own)

    html = worker.get(url("print", goal.file_id)).content.decode()

    assert said in html
    assert "14 036" not in html


def test_who_read_it_is_in_the_trail(worker, goal):
    worker.get(url("detail", goal.file_id))
    event = AuditEvent.objects.get(code="plan.read")
    assert AuditSubject.objects.get(event=event).resident_id == goal.resident_id


@pytest.mark.parametrize("rows", [1, 5])
@pytest.mark.parametrize(("name", "count"), [("detail", 12), ("print", 13)])
def test_a_plan_costs_the_same_queries(worker, plan, rows, name, count, django_assert_num_queries):
    for _ in range(rows):
        ActionFactory(goal=GoalFactory(plan=plan, score_before=2), offer=OfferFactory())
        EvaluationFactory(plan=plan, held=True)

    # session 2, person, roles, notices; dossier with plan, audit 3; goals, actions, evaluations;
    # on paper the number to call
    with django_assert_num_queries(count):
        worker.get(url(name, plan.file_id))


@pytest.mark.parametrize("rows", [1, 5])
def test_choosing_from_the_sociale_kaart_costs_the_same(
    worker, goal, rows, django_assert_num_queries
):
    for _ in range(rows):
        OfferFactory().topics.add(goal.domain)

    # session, person, roles, notices; dossier, audit 4, goal; clusters and topics; offers 3
    with django_assert_num_queries(14):
        worker.get(url("offers", goal.file_id, goal.pk))


def test_no_word_of_a_plan_stands_in_clear_in_any_table(worker, file, resident):
    facts = {"kind": "household", "role": "child", "valid_from": "2026-01-01"}
    child = Party.objects.create(resident=resident, name=CANARY, **facts)
    post(worker, url("start", file.pk), members=str(child.pk))
    address = url("goal-new", file.pk)
    post(worker, address, wish=CANARY, now=CANARY, domain=str(domain("geld").pk))
    goal = Goal.objects.get()
    own = {"what": CANARY, "name": CANARY, "short": CANARY, "kind": "formal", "who": "provider"}
    post(worker, url("action-new", file.pk, goal.pk), **own)
    action = PlanAction.objects.get()
    post(worker, url("action-change", file.pk, action.pk), what=f"{CANARY}2")
    post(worker, url("action-move", file.pk, action.pk), state="done", result=CANARY)
    hold = url("evaluation-hold", file.pk, Evaluation.objects.get().pk)
    post(worker, hold, present=CANARY, findings=CANARY, next_on=NEXT)
    post(worker, url("goal-end", file.pk, goal.pk), state="partly", result=CANARY)
    sent = filled(worker.get(url("members", file.pk)))
    del sent["members"]
    worker.post(url("members", file.pk), sent)

    kinds = {"goal", "act", "act_new", "act_state", "eval_held", "goal_end", "household"}
    assert set(file.lines.values_list("kind", flat=True)) >= kinds
    assert Evaluation.objects.filter(state="held").count() == 1
    assert tables_with(CANARY) == ["cases_party"]
