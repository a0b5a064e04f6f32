"""The lists of Beheer: organisation, people and their roles, and every reference list."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from clusters.admin_site import SITE, ActAdmin, ActForm, MaintainedAdmin, RulesForm
from clusters.login.invitations import may_be_invited
from clusters.login.models import Authenticator
from clusters.organisation.models import (
    ClosingDay,
    Cluster,
    District,
    Neighbourhood,
    NeighbourhoodAssignment,
    OpeningHours,
    PartnerOrganisation,
    PostcodeRule,
    Team,
    WorkLocation,
)
from clusters.organisation.services import assign_neighbourhood, end_assignment
from clusters.people.leaving import must_have_no_work
from clusters.people.models import Membership, SpecialismPeriod, User
from clusters.people.services import end_role, grant_role
from common.errors import RuleViolation
from common.reference import reference_models


class CodeAdmin(MaintainedAdmin):
    """A list whose rows other rows and files point to by code."""

    fixed_fields = ("code",)
    list_display: Any = ("name", "code")
    search_fields = ("name", "code")


class ReferenceAdmin(MaintainedAdmin):
    """A list to choose from; a row that is no longer wanted is taken out of use."""

    fixed_fields = ("code",)
    list_display = ("label", "code", "position", "is_active")


class ClusterAdmin(CodeAdmin):
    """Clusters, also the ones that ended."""

    list_display = ("name", "code", "district", "deviating_service", "valid_from", "valid_until")
    list_select_related = ("district",)


class NeighbourhoodAdmin(CodeAdmin):
    """Wijken; which cluster they belong to is another list."""

    list_display = ("name", "code", "district", "inhabitants", "inhabitants_year")
    list_select_related = ("district",)


class TeamAdmin(CodeAdmin):
    """Teams, also the ones that ended."""

    list_display = ("name", "code", "kind", "cluster", "valid_from", "valid_until")
    list_select_related = ("cluster",)


class PartnerAdmin(CodeAdmin):
    """Partners; an agreement that ends takes the rights of its people along."""

    list_display = ("name", "specialism", "steered_by", "agreement_from", "agreement_until")
    list_select_related = ("steered_by",)


class PostcodeRuleAdmin(MaintainedAdmin):
    """One line of the table by hand; a whole table comes by ``import_postcodes``."""

    fixed_fields = (
        "pc4",
        "letters",
        "from_number",
        "until_number",
        "parity",
        "neighbourhood",
        "valid_from",
    )
    list_display = ("__str__", "neighbourhood", "valid_from", "valid_until", "is_illustrative")
    list_select_related = ("neighbourhood",)
    search_fields = ("pc4", "letters")


class OpeningHoursAdmin(MaintainedAdmin):
    """A weekday without a row is a day on which the service is closed."""

    list_display = ("weekday", "opens", "closes")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A weekday can be closed from now on."""
        return SITE.has_permission(request)


class ClosingDayAdmin(MaintainedAdmin):
    """Days that differ from the legal list."""

    list_display = ("date", "label", "is_closed", "by_decree")


class AssignmentForm(ActForm):
    """Put a neighbourhood in a cluster from a day on, or end that."""

    class Meta:
        model = NeighbourhoodAssignment
        fields = ("neighbourhood", "cluster", "valid_from", "valid_until")

    def act(self) -> NeighbourhoodAssignment:
        """A new row is an assignment; an existing one can only end."""
        answers = self.cleaned_data
        if self.instance.pk is not None:
            return end_assignment(
                assignment_id=self.instance.pk, last_day=answers["valid_until"], by=self.by
            )
        return assign_neighbourhood(
            neighbourhood_id=answers["neighbourhood"].pk,
            cluster_id=answers["cluster"].pk,
            first_day=answers["valid_from"],
            by=self.by,
        )


class EndRequiredAdmin(ActAdmin):
    """A row is made whole, and afterwards only gets its last day."""

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kw: Any
    ) -> Any:
        """On an existing row the last day is what one comes for."""
        form = super().get_form(request, obj, change, **kw)
        if "valid_until" in form.base_fields:
            form.base_fields["valid_until"].required = obj is not None
        return form


class AssignmentAdmin(EndRequiredAdmin):
    """Which cluster a wijk belongs to, now, before and later."""

    form = AssignmentForm
    fixed_fields = ("neighbourhood", "cluster", "valid_from")
    list_display = ("neighbourhood", "cluster", "valid_from", "valid_until")
    list_select_related = ("neighbourhood", "cluster")

    def get_exclude(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """A new assignment has no end yet."""
        return () if obj is not None else ("valid_until",)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only what has not begun: a plan is no history."""
        is_plan = obj is not None and obj.valid_from > timezone.localdate()
        return is_plan and SITE.has_permission(request)


class MembershipForm(ActForm):
    """Give a role, or end one."""

    class Meta:
        model = Membership
        fields = ("user", "role", "team", "organisation", "valid_from", "valid_until")

    def act(self) -> Membership:
        """A new row is a role that is given; an existing one can only end."""
        answers = self.cleaned_data
        if self.instance.pk is not None:
            return end_role(membership_id=self.instance.pk, on=answers["valid_until"], by=self.by)
        return grant_role(
            user_id=answers["user"].pk,
            role=answers["role"],
            team_id=answers["team"].pk if answers["team"] else None,
            organisation_id=answers["organisation"].pk,
            valid_from=answers["valid_from"],
            valid_until=answers["valid_until"],
            by=self.by,
        )


class MembershipAdmin(EndRequiredAdmin):
    """Roles of people, now, before and later."""

    form = MembershipForm
    fixed_fields = ("user", "role", "team", "organisation", "valid_from")
    list_display = ("user", "role", "team", "organisation", "valid_from", "valid_until")
    list_select_related = ("user", "team", "organisation")
    list_filter = ("role",)
    search_fields = ("user__first_name", "user__last_name", "user__username")


class UserForm(RulesForm):
    """Who somebody is and how to reach them; no password and no right outside a role (H1)."""

    class Meta:
        model = User
        fields = (
            "username",
            "first_name",
            "last_name",
            "email",
            "job_title",
            "phone",
            "account_until",
            "is_active",
        )

    def clean_username(self) -> str:
        """One name for one person, whatever its capitals."""
        name: str = self.cleaned_data["username"].lower()
        same = User.objects.filter(username__iexact=name).exclude(pk=self.instance.pk)
        if same.exists():
            raise forms.ValidationError("Deze gebruikersnaam bestaat al.")
        return name

    def clean(self) -> dict[str, Any]:
        """Nobody is shut out while work is still with them (UD-6)."""
        answers = super().clean() or {}
        until, active = answers.get("account_until"), answers.get("is_active")
        ends = until is not None and until < timezone.localdate()
        if self.instance.pk is not None and (ends or not active):
            field = "account_until" if active else "is_active"
            try:
                must_have_no_work(self.instance.pk, None, field=field)
            except RuleViolation as broken:
                self.add_error(field, str(broken))
        return answers


def account_acts(employee: User) -> list[tuple[str, str]]:
    """Address and words of what can be done for somebody who cannot get in."""
    acts = []
    if may_be_invited(employee):
        words = "Nieuw wachtwoord laten kiezen" if employee.has_usable_password() else "Uitnodigen"
        acts.append((reverse("employee-invite", args=[employee.pk]), words))
    if Authenticator.objects.filter(user=employee, confirmed=True).exists():
        acts.append((reverse("second-factor-reset", args=[employee.pk]), "App loskoppelen"))
    return acts


class UserAdmin(MaintainedAdmin):
    """Accounts of others; one's own is kept by a colleague (H3)."""

    form = UserForm
    list_display = ("__str__", "username", "job_title", "is_active", "account_until")
    search_fields = ("first_name", "last_name", "username")
    change_form_template = "clusters/beheer/user_change_form.html"

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """With the buttons for a colleague who cannot get in."""
        employee = self.get_object(request, object_id)
        acts = []
        if employee is not None and self.has_change_permission(request, employee):
            acts = account_acts(employee)
        extra = {**(extra_context or {}), "account_acts": acts}
        return super().change_view(request, object_id, form_url, extra)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody changes their own account here."""
        is_own = obj is not None and obj.pk == request.user.pk
        return not is_own and super().has_change_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """A new account cannot sign in until it has a password of its own."""
        if not change:
            obj.set_unusable_password()
            obj.is_demo = settings.DEMO  # a demo holds demo accounts only, or it does not start
        super().save_model(request, obj, form, change)


class SpecialismPeriodAdmin(MaintainedAdmin):
    """What people can be asked about, and until when."""

    fixed_fields = ("user", "specialism", "valid_from")
    list_display = ("user", "specialism", "valid_from", "valid_until")
    list_select_related = ("user", "specialism")


SITE.register((District, WorkLocation), CodeAdmin)
SITE.register(Cluster, ClusterAdmin)
SITE.register(Neighbourhood, NeighbourhoodAdmin)
SITE.register(NeighbourhoodAssignment, AssignmentAdmin)
SITE.register(Team, TeamAdmin)
SITE.register(PartnerOrganisation, PartnerAdmin)
SITE.register(PostcodeRule, PostcodeRuleAdmin)
SITE.register(OpeningHours, OpeningHoursAdmin)
SITE.register(ClosingDay, ClosingDayAdmin)
SITE.register(User, UserAdmin)
SITE.register(Membership, MembershipAdmin)
SITE.register(SpecialismPeriod, SpecialismPeriodAdmin)
SITE.register(reference_models(), ReferenceAdmin)
