"""The acts around an account that cannot get in: the first link, the next one, a lost phone."""

from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from audit.services import record
from clusters.login.invitations import employee_of, link_for, may_be_invited
from clusters.login.messages import invitation_body, invitation_subject
from clusters.login.models import Authenticator, Invitation, RecoveryCode
from clusters.login.services.signing_in import end_all_sessions
from clusters.notices.services import create_mail, notify
from clusters.organisation.models import PartnerOrganisation
from clusters.people.models import Membership, Role, User
from clusters.people.services import grant_role
from clusters.permissions import Action, require
from common.access import Decision
from common.errors import RuleViolation

AGAIN_AFTER = timedelta(minutes=1)
RESET_TEXT = "De functioneel beheerder heeft uw app om in te loggen losgekoppeld."


@transaction.atomic
def create_application_manager(
    *,
    username: str,
    first_name: str,
    last_name: str,
    email: str,
    organisation_code: str,
    valid_from: date,
) -> str:
    """The first application manager of an installation, by whoever runs its server.

    Asked again for the same person, who never chose a password: a new link, the old one is dead.

    Rules: H3 (from here on people get in through a colleague, never through the server).
    Raises: RuleViolation when there is an application manager already, or the facts do not fit.
    Effects: account, role and invitation; audit lines of the system. Returns the link.
    """
    organisation = _organisation(organisation_code, valid_from)
    others = _application_managers(timezone.localdate())
    if any(user.has_usable_password() or user.username != username.lower() for user in others):
        raise RuleViolation("Er is al een functioneel beheerder. Die kan collega's uitnodigen.")
    user = others[0] if others else None
    if user is None:
        user = _new_account(username, first_name, last_name, email)
        grant_role(
            user_id=user.pk,
            role=Role.APPLICATION_MANAGER,
            team_id=None,
            organisation_id=organisation.pk,
            valid_from=valid_from,
            valid_until=None,
            by=None,
        )
    return _invite(user, by=None, decision=None, at=timezone.now())


@transaction.atomic
def invite_employee(*, user_id: int, by: User) -> Invitation:
    """Mail an employee a link to choose a password, the first one or after a loss.

    The link works once, for twenty-four hours, and only until the next invitation.

    Rules: H3 (never oneself), security 5 (the second factor is asked all the same).
    Raises: RuleViolation without a mail address, for an account that ended, or twice within a
        minute; PermissionDenied.
    Effects: a mail leaves after the commit; audit line, without the link.
    """
    user = User.objects.select_for_update().get(pk=user_id)
    decision = _require(by, Action.INVITE_EMPLOYEE, user_id)
    at = timezone.now()
    _refuse_uninvitable(user, at)
    link = _invite(user, by=by, decision=decision, at=at)
    create_mail(
        recipient_id=user.pk, subject=invitation_subject(), body=invitation_body(link), at=at
    )
    return Invitation.objects.get(user=user)


@transaction.atomic
def choose_password(*, uid: str, token: str, new_password: str) -> User | None:
    """Give the account behind a link its password; None when the link does not work (any more).

    Rules: S19 (other sessions end); the link is used up, also when two send it at once.
    Effects: audit line; every session of this employee ends.
    """
    found = employee_of(uid, token)
    if found is None:
        return None
    User.objects.select_for_update().get(pk=found.pk)
    user = employee_of(uid, token)
    if user is None:
        return None
    user.set_password(new_password)
    user.save(update_fields=["password"])
    Invitation.objects.filter(user=user).delete()
    end_all_sessions(user_id=user.pk, at=timezone.now())
    record("account.password_chosen", user, by=user, fields=["password"])
    return user


@transaction.atomic
def reset_second_factor(*, user_id: int, reason: str, by: User) -> User:
    """Take away the app and the recovery codes of an employee who lost them.

    At the next sign-in, with the password, they couple a new app.

    Rules: H3 (never one's own), security 5 (a mail alone never replaces the second factor).
    Raises: RuleViolation when there is nothing to take away; PermissionDenied.
    Effects: every session ends; audit line with the reason; a notice to the employee.
    """
    user = User.objects.select_for_update().get(pk=user_id)
    decision = _require(by, Action.RESET_SECOND_FACTOR, user_id)
    if not Authenticator.objects.filter(user=user, confirmed=True).exists():
        raise RuleViolation("Deze medewerker heeft nu geen app om in te loggen.")
    at = timezone.now()
    Authenticator.objects.filter(user=user).delete()
    RecoveryCode.objects.filter(user=user).delete()
    end_all_sessions(user_id=user.pk, at=at)
    record("account.second_factor_reset", user, by=by, decision=decision, reason=reason)
    notify(
        person_ids=[user.pk],
        text=RESET_TEXT,
        url_name="account",
        object_id=None,
        dedup_key=f"second-factor-reset:{at.isoformat()}",
        at=at,
    )
    return user


def _require(by: User, action: Action, user_id: int) -> Decision:
    """The reason ``by`` may do this; nobody may do it to themselves (H3)."""
    if by.pk == user_id:
        raise PermissionDenied("H3")
    return require(by, action)


def _refuse_uninvitable(user: User, at: datetime) -> None:
    """An invitation must be able to arrive and to be of use."""
    if not may_be_invited(user):
        raise RuleViolation("Dit account is afgesloten. Open het eerst weer in Beheer.")
    if not user.email:
        raise RuleViolation("Van deze medewerker is geen e-mailadres bekend. Vul dat eerst in.")
    if Invitation.objects.filter(user=user, sent_at__gt=at - AGAIN_AFTER).exists():
        raise RuleViolation("Deze medewerker is net uitgenodigd. Wacht een minuut.")


def _invite(user: User, *, by: User | None, decision: Decision | None, at: datetime) -> str:
    """A new mark, so that every older link is dead; returns the new link."""
    Invitation.objects.filter(user=user).delete()
    Invitation.objects.create(user=user, sent_at=at)
    record("account.invited", user, by=by, decision=decision)
    return link_for(user)


def _organisation(code: str, day: date) -> PartnerOrganisation:
    """The home organisation, locked so that two commands cannot both be the first."""
    known = {row.code: row for row in PartnerOrganisation.objects.select_for_update()}
    if code not in known:
        codes = ", ".join(sorted(known)) or "nog geen; draai eerst load_reference_data"
        raise RuleViolation(f"Onbekende organisatie: {code}. Bekend: {codes}.")
    if not known[code].takes_part_on(day):
        raise RuleViolation("De overeenkomst met deze organisatie loopt dan niet.")
    return known[code]


def _application_managers(day: date) -> list[User]:
    """Who keeps Beheer today or will from a later day on."""
    running = Membership.objects.running(day)
    held = Membership.objects.filter(
        Q(pk__in=running.values("pk")) | Q(valid_from__gt=day), role=Role.APPLICATION_MANAGER
    )
    people = User.objects.filter(pk__in=held.values("user"))
    return [user for user in people if may_be_invited(user)]


def _new_account(username: str, first_name: str, last_name: str, email: str) -> User:
    """An account without a password; it cannot sign in until its owner chose one."""
    if User.objects.filter(username__iexact=username).exists():
        raise RuleViolation("Deze gebruikersnaam bestaat al.")
    user = User(username=username.lower(), first_name=first_name, last_name=last_name, email=email)
    user.set_unusable_password()
    try:
        user.full_clean(exclude=["password"])
    except ValidationError as wrong:
        raise RuleViolation(" ".join(wrong.messages)) from wrong
    user.save()
    record("account.created", user, by=None)
    return user
