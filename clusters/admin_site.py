"""Beheer: Django's admin, only for the functional administrator and only for lists (design 4).

It holds reference lists and the organisation. No password, no right outside a role and nothing
about residents can be reached here; a test proves it.
"""

from functools import update_wrapper
from typing import Any, ClassVar

from django import forms
from django.contrib.admin import AdminSite, ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver

from audit.services import record
from clusters import database_rules
from clusters.permissions import GRANTS, Action
from common.errors import RuleViolation

UNUSED = {"password_change", "password_change_done", "logout", "view_on_site", "autocomplete"}


class MaintenanceSite(AdminSite):
    """The site at /beheer/; whoever is signed in with another role gets 403."""

    site_header = "Beheer"
    site_title = "Beheer wijkteams"
    index_title = "Lijsten en organisatie"
    index_template = "clusters/beheer/index.html"
    site_url = "/"
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        """Both factors given (the session guard sees to that) and the right role in effect."""
        user: Any = request.user
        return user.is_authenticated and Action.MAINTAIN_LISTS in GRANTS.allowed_actions(user)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Every page of the site: refuse plainly instead of offering Django's own login."""

        inner = super().admin_view(view, cacheable)

        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not self.has_permission(request):
                raise PermissionDenied
            answer: HttpResponse = inner(request, *args, **kwargs)
            return answer

        return update_wrapper(guarded, inner)

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """There is one login page, and it is not this one."""
        return redirect("login")

    def get_urls(self) -> list[URLPattern | URLResolver]:  # type: ignore[override]
        """Without signing out, changing passwords and jumping to other sites."""
        return [url for url in super().get_urls() if getattr(url, "name", None) not in UNUSED]


SITE = MaintenanceSite(name="admin")


class RulesForm(forms.ModelForm):
    """A form that asks the database first whether it will accept the row."""

    def _post_clean(self) -> None:
        _leave_constraints_to_the_database(self.instance)
        super()._post_clean()  # type: ignore[misc]
        if not self.errors:
            reason = self._refusal()
            if reason:
                self.add_error(None, reason)

    def _refusal(self) -> str:
        """Save, see what the database says, and take it back."""
        is_new = self.instance._state.adding
        try:
            with transaction.atomic():
                self.instance.save()
                transaction.set_rollback(True)
        except IntegrityError as error:
            return database_rules.explain(error)
        finally:
            if is_new:
                self.instance.pk, self.instance._state.adding = None, True
        return ""


class ActForm(forms.ModelForm):
    """A form whose row is written by a service; what the service refuses stands at the field."""

    by: ClassVar[Any] = None

    def act(self) -> models.Model:
        """Call the service with what was typed."""
        raise NotImplementedError

    def _post_clean(self) -> None:
        _leave_constraints_to_the_database(self.instance)
        super()._post_clean()  # type: ignore[misc]
        if self.errors:
            return
        try:
            with transaction.atomic():
                self.act()
                transaction.set_rollback(True)
        except RuleViolation as broken:
            self.add_error(broken.field if broken.field in self.fields else None, str(broken))
        except PermissionDenied:
            self.add_error(None, "U kunt uw eigen rollen niet wijzigen; vraag een collega.")


class MaintainedAdmin(ModelAdmin):
    """A list the administrator keeps; every change is in the trail, by names of fields only.

    Dates and times use the browser's own picker: Django's writes styles into the page, which the
    content policy stops.
    """

    form: Any = RulesForm
    formfield_overrides: ClassVar[Any] = {
        models.DateField: {"widget": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})},
        models.TimeField: {"widget": forms.TimeInput(format="%H:%M", attrs={"type": "time"})},
    }
    list_display: Any = ("__str__",)
    actions = None
    list_per_page = 50
    fixed_fields: tuple[str, ...] = ()

    def has_module_permission(self, request: HttpRequest) -> bool:
        """The site asks for the role; inside it every list is open."""
        return SITE.has_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """As the site says."""
        return SITE.has_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """As the site says."""
        return SITE.has_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """As the site says."""
        return SITE.has_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Rows are ended or retired; history stays."""
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """What identifies a row is typed once."""
        return self.fixed_fields if obj is not None else ()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Write the row and the line that says so."""
        super().save_model(request, obj, form, change)
        _trace(request, obj, "list.changed" if change else "list.created", form.changed_data)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Remove the row and write the line that says so."""
        _trace(request, obj, "list.deleted", ())
        super().delete_model(request, obj)

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Django's own log keeps texts of rows; the trail takes its place."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """The same."""

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        """The same."""

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        """History is in the trail, for the privacy officer."""
        raise PermissionDenied


class ActAdmin(MaintainedAdmin):
    """A list whose rows are written by services only; the form's ``act`` does it."""

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kw: Any
    ) -> Any:
        """The form knows who fills it in."""
        form = super().get_form(request, obj, change, **kw)
        return type(form.__name__, (form,), {"by": request.user})

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """The service writes the row and the line."""
        obj.pk, obj._state.adding = form.act().pk, False


def _leave_constraints_to_the_database(instance: models.Model) -> None:
    """Django would check them too, but its words name the constraint and not the fault."""
    instance.validate_constraints = lambda exclude=None: None  # type: ignore[method-assign]


def _trace(request: HttpRequest, obj: models.Model, code: str, fields: Any) -> None:
    """One line about a row of a list; the trail says which list by the type of the row."""
    user: Any = request.user
    decision = GRANTS.require(user, Action.MAINTAIN_LISTS)
    record(code, obj, by=user, decision=decision, fields=fields)
