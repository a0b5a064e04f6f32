"""The pages: who reads what, nothing lost, two people at one plan, the same number of queries."""

import pytest
from django.urls import reverse

from cases.plans.models import Evaluation, Goal, Plan, PlanAction
from cases.residents.models import Party
from tests.cases.callbacks.pages import ODD, TOO_LONG, answers_in, errors_of, text_of
from tests.cases.plans.acting import DAY, TODAY, WEEK, add_action
from tests.factories.community import OfferFactory
from tests.factories.plans import ActionFactory, EvaluationFactory, GoalFactory, PlanFactory

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


def test_from_a_question_to_a_goal_with_a_plan_in_between(worker, question):
    """GES-6: the question leads to the plan, and from there to the first goal."""
    file = question.file
    dossier = worker.get(reverse("file-detail", args=[file.pk])).content.decode()
    assert f'href="{url("goal-new", file.pk)}?vraag={question.pk}"' in dossier
    assert f'hx-get="{url("panel", file.pk)}"' in dossier

    first = worker.get(f"{url('goal-new', file.pk)}?vraag={question.pk}")
    assert first.url == f"{url('start', file.pk)}?vraag={question.pk}"
    onward = post(worker, first.url)
    assert onward.url == f"{url('goal-new', file.pk)}?vraag={question.pk}"
    form = worker.get(onward.url)
    assert answers_in(form)["question"] == str(question.pk)
    made = worker.post(onward.url, filled(form, wish="Ik wil rondkomen."), follow=True)
    assert made.redirect_chain[-1][0] == url("detail", file.pk)
    assert "Ik wil rondkomen." in text_of(made)
    assert Goal.objects.get().question == question
    panel = text_of(worker.get(url("panel", file.pk)))
    assert "Ik wil rondkomen." in panel
    assert "Volgende evaluatie" in panel


@pytest.mark.parametrize(
    "query", ["?vraag=x", "?vraag=", "?vraag=11111111-1111-4111-a111-111111111111", "?aap=1"]
)
def test_a_question_that_is_not_there_fills_nothing_in(worker, plan, query):
    page = worker.get(url("goal-new", plan.file_id) + query)
    assert answers_in(page).get("question", "") == ""


def test_an_empty_plan_and_no_plan_say_what_to_do(worker, file):
    none = worker.get(url("detail", file.pk))
    assert "Er is nog geen plan" in text_of(none)
    assert "Er is nog geen plan" in text_of(worker.get(url("panel", file.pk)))
    assert worker.get(url("print", file.pk)).status_code == 404
    assert worker.get(url("agreement", file.pk)).status_code == 404
    PlanFactory(file=file)
    assert "nog geen doel" in text_of(worker.get(url("detail", file.pk)))
    assert "Er is al een plan" in text_of(post(worker, url("start", file.pk)))


def test_for_whom_it_is_comes_from_the_card(worker, file, resident):
    facts = {"kind": "household", "role": "child", "valid_from": "2026-01-01"}
    child = Party.objects.create(resident=resident, name="Sam <b>", **facts)
    post(worker, url("start", file.pk), members=str(child.pk))
    html = worker.get(url("detail", file.pk)).content.decode()
    assert "Sam &lt;b&gt; (kind)" in html
    sent = filled(worker.get(url("members", file.pk)))
    assert sent.pop("members") == str(child.pk)
    assert worker.post(url("members", file.pk), sent).status_code == 302
    assert Plan.objects.select_related("file").get().members == []


def test_an_action_from_the_sociale_kaart(worker, goal):
    """COL-6: find it for the leefgebied of the goal, choose it, and it is in the plan."""
    offer = OfferFactory(name="Budgetmaatje", kind="volunteer")
    offer.topics.add(goal.domain)
    other = OfferFactory(name="Zwemles")
    page = worker.get(url("offers", goal.file_id, goal.pk))
    assert "Budgetmaatje" in text_of(page)
    assert "Zwemles" not in text_of(page)
    assert "Zwemles" in text_of(worker.get(page.request["PATH_INFO"], {"leefgebied": ""}))

    address = url("action-new", goal.file_id, goal.pk) + f"?aanbod={offer.pk}"
    assert f'href="{address}"' in page.content.decode()
    form = answers_in(worker.get(address))
    assert (form["offer"], form["what"]) == (str(offer.pk), "Budgetmaatje")
    assert (form["who"], form["kind"]) == ("volunteer", "informal")
    worker.post(address, form)
    action = PlanAction.objects.get()
    assert (action.offer, action.kind) == (offer, "informal")
    assert other.pk not in (action.offer_id,)


@pytest.mark.parametrize("number", ["x", "9" * 30, "999999", ""])
def test_an_offer_that_is_not_there_fills_nothing_in(worker, goal, number):
    page = worker.get(url("action-new", goal.file_id, goal.pk), {"aanbod": number})
    assert answers_in(page)["offer"] == ""


def test_maatwerk_asks_why_and_keeps_what_was_typed(worker, goal):
    address = url("action-new", goal.file_id, goal.pk)
    own = {"what": "Begeleiding thuis.", "kind": "formal", "who": "provider"}
    answer = post(worker, address, **own)
    assert errors_of(answer).keys() == {"short"}
    assert answers_in(answer)["what"] == "Begeleiding thuis."
    worker.post(address, filled(answer, short="Zus is ziek."))
    assert PlanAction.objects.get().kind == "formal"


@pytest.mark.parametrize(
    ("own", "field"),
    [
        ({"until": "2026-11-01"}, "until"),
        ({"since": "2056-11-01"}, "since"),
        ({"what": TOO_LONG}, "what"),
        ({"who": "provider"}, "who"),
    ],
)
def test_an_action_that_cannot_be_stays_on_the_page(worker, goal, own, field):
    address = url("action-new", goal.file_id, goal.pk)
    told = {"what": "Bellen.", "kind": "own_strength", "who": "resident"} | own
    answer = post(worker, address, **told)
    assert errors_of(answer).keys() == {field}
    assert answers_in(answer) | told == answers_in(answer)
    assert not PlanAction.objects.exists()


def test_a_form_sent_twice_is_one(worker, goal):
    address = url("action-new", goal.file_id, goal.pk)
    sent = filled(worker.get(address), what="Bellen.", kind="own_strength", who="resident")
    for _ in range(2):
        assert worker.post(address, sent).status_code == 302
    address = url("goal-new", goal.file_id)
    sent = filled(worker.get(address), wish="Slapen.", domain=str(goal.domain_id))
    for _ in range(2):
        assert worker.post(address, sent).status_code == 302
    assert (PlanAction.objects.count(), Goal.objects.count()) == (1, 2)


def test_scripts_are_text_and_odd_signs_stay(worker, goal):
    ActionFactory(goal=goal, texts={"what": ODD, "name": ODD})
    GoalFactory(plan=goal.plan, texts={"wish": ODD, "now": ODD})
    for name in ("detail", "print", "panel"):
        html = worker.get(url(name, goal.file_id)).content.decode()
        assert "<script>alert" not in html
        assert "😀" in html


@pytest.mark.parametrize("kind", ["goal", "action"])
def test_two_people_at_one_plan_see_both_texts(worker, action, kind):
    """PL-10: the second sees what the first wrote, and chooses."""
    row, name = (action.goal, "wish") if kind == "goal" else (action, "what")
    address = url(f"{kind}-change", row.file_id, row.pk)
    page = worker.get(address)
    first, second = filled(page, **{name: "Eerste."}), filled(page, **{name: "Tweede."})
    worker.post(address, first)
    answer = worker.post(address, second)
    html = answer.content.decode()
    assert "Eerste." in html
    assert "Tweede." in html
    assert "Zoals het er nu staat" in html
    assert worker.post(address, answers_in(answer)).status_code == 302
    assert type(row).objects.select_related("file").get(pk=row.pk).said[name] == "Tweede."


def test_two_results_and_two_days_are_not_one_over_the_other(worker, action, evaluation):
    address = url("action-move", action.file_id, action.pk)
    page = worker.get(address)
    worker.post(address, filled(page, state="done", result="Eerste."))
    answer = worker.post(address, filled(page, state="done", result="Tweede."))
    assert "Eerste." in text_of(answer)
    assert answers_in(answer)["result"] == "Tweede."
    address = url("evaluation-plan", action.file_id)
    page = worker.get(address)
    worker.post(address, filled(page, planned_on=NEXT))
    answer = worker.post(address, filled(page, planned_on=(TODAY + DAY).isoformat()))
    assert "Gepland op" in text_of(answer)


def test_an_agreement_to_an_older_plan_is_refused(worker, goal, cast):
    address = url("agreement", goal.file_id)
    page = worker.get(address)
    add_action(goal, cast.handler)
    answer = worker.post(address, filled(page, how="talk"))
    assert "Nog geen akkoord. Het plan zelf is gewijzigd." in text_of(answer)
    assert worker.post(address, answers_in(answer)).status_code == 302
    add_action(goal, cast.handler, what="Nog iets.")
    assert "gewijzigd nadat de inwoner akkoord gaf" in text_of(
        worker.get(url("detail", goal.file_id))
    )


def test_from_an_evaluation_to_the_end_of_a_goal(worker, goal, evaluation):
    hold = url("evaluation-hold", goal.file_id, evaluation.pk)
    page = worker.get(hold)
    assert "Ik wil rondkomen." in text_of(page)
    told = {"present": "De inwoner en Els.", "findings": "Het gaat beter."}
    refused = worker.post(hold, filled(page, **told))
    assert errors_of(refused).keys() == {"next_on"}
    worker.post(hold, filled(refused, next_on=NEXT))
    post(worker, url("goal-end", goal.file_id, goal.pk), state="reached", result="Het lukt.")
    shown = worker.get(url("detail", goal.file_id))
    for words in ("Het gaat beter.", "De inwoner en Els.", "Het lukt.", "Gehaald"):
        assert words in text_of(shown)
    coming = Evaluation.objects.get(state="planned")
    drop = url("evaluation-drop", goal.file_id, coming.pk)
    assert f'href="{drop}"' in shown.content.decode()
    post(worker, drop, why="Alles is klaar.")
    assert "Er is geen evaluatie gepland" in text_of(worker.get(url("detail", goal.file_id)))


@pytest.mark.parametrize("day", ["2026-11-22", "2056-11-23", "ooit", ""])
def test_an_evaluation_on_a_day_that_cannot_be_is_refused(worker, evaluation, day):
    answer = post(worker, url("evaluation-plan", evaluation.file_id), planned_on=day)
    assert errors_of(answer).keys() == {"planned_on"}


def test_what_is_of_another_dossier_is_not_found_here(worker, goal):
    other = ActionFactory()
    strange = EvaluationFactory()
    for name, number in (
        ("goal-change", other.goal_id),
        ("goal-end", other.goal_id),
        ("offers", other.goal_id),
        ("action-new", other.goal_id),
        ("action-change", other.pk),
        ("action-move", other.pk),
        ("evaluation-hold", strange.pk),
        ("evaluation-drop", strange.pk),
    ):
        assert worker.get(url(name, goal.file_id, number)).status_code == 404
        assert worker.post(url(name, goal.file_id, number)).status_code in (404, 405)
