"""Ask for advice from a dossier, answer it, take it back, and say that it was read."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from cases.advice import services
from cases.advice.forms import AnswerForm, AskForm, WithdrawForm
from cases.advice.models import AdviceRequest
from cases.advice.views.finding import act_for_answer, knows_whom, seen_advice
from cases.dossiers.views.finding import find_file
from cases.permissions import Action
from clusters.http import EmployeeRequest
from common.forms import performed


@require_http_methods(["GET", "POST"])
def ask(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """Ask a colleague or somebody of another organisation."""
    file, _ = find_file(request, file_id, Action.ASK_ADVICE, "advice.prepared")
    form = AskForm(request.POST or None, file=file, by=request.user)
    act = {"file_id": file.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.ask_advice, **act):
        messages.success(request, "De adviesvraag is vastgelegd.")
        return redirect("file-detail", file.pk)
    return render(request, "cases/advice/ask.html", {"file": file, "form": form})


@require_http_methods(["GET", "POST"])
def answer(request: EmployeeRequest, advice_id: int) -> HttpResponse:
    """Give advice, or write down what somebody outside said."""
    action = act_for_answer(request, advice_id)
    advice, grounds = seen_advice(request, advice_id, action)
    form = AnswerForm(request.POST or None)
    act = {"advice_id": advice.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.answer_advice, **act):
        messages.success(request, "Het antwoord is vastgelegd.")
        return redirect("advice-detail", advice.pk)
    title = "Antwoord noteren" if action == Action.ASK_ADVICE else "Advies geven"
    context = {"advice": advice, "form": form, "title": title}
    context["knows_whom"] = knows_whom(advice, grounds)
    return render(request, "cases/advice/act.html", context)


@require_http_methods(["GET", "POST"])
def withdraw(request: EmployeeRequest, advice_id: int) -> HttpResponse:
    """Take the question back."""
    advice, _ = seen_advice(request, advice_id, Action.ASK_ADVICE)
    form = WithdrawForm(request.POST or None)
    act = {"advice_id": advice.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.withdraw_advice, **act):
        messages.success(request, f"{advice} is ingetrokken.")
        return redirect("advice-detail", advice.pk)
    title = "Adviesvraag intrekken"
    context = {"advice": advice, "form": form, "title": title, "knows_whom": True}
    return render(request, "cases/advice/act.html", context)


@require_POST
def read(request: EmployeeRequest, advice_id: int) -> HttpResponse:
    """The answer is known: off my desk."""
    advice = get_object_or_404(AdviceRequest.objects.visible_to(request.user), pk=advice_id)
    services.read_advice(advice_id=advice.pk, by=request.user)
    messages.success(request, f"Het antwoord op {advice} is gelezen.")
    return redirect("advice-detail", advice.pk)
