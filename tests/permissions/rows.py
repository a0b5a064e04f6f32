"""Who is meant by a word in the matrix, and how an address is asked."""

from dataclasses import dataclass, field

ROLES = (
    "team_worker",
    "team_manager",
    "general_manager",
    "contact_centre",
    "help_desk",
    "city_social_team",
    "city_hall_team",
    "liaison",
    "client_support",
    "steering_group",
    "commissioner",
    "application_manager",
    "privacy_officer",
    "controller",
)
RELATIONS = ("handler", "outsider_worker", "outsider_manager", "other_desk")
PEOPLE = (*ROLES, *RELATIONS)

TEAM = ("team_worker", "team_manager", "handler")
SEARCHERS = ("team_worker", "handler", "outsider_worker", "city_social_team", "city_hall_team")
WORKERS = ("team_worker", "handler")
ELSEWHERE = ("outsider_worker", "outsider_manager", "city_social_team", "city_hall_team")
HANDLERS = (*TEAM, *ELSEWHERE)
KCC = "contact_centre"
DESK = (KCC, "help_desk")
DESKS = (*DESK, "other_desk")
MANAGERS = ("team_manager", "outsider_manager")

ANYBODY = dict.fromkeys(PEOPLE, 200)
CALLBACK = "callback"


@dataclass(frozen=True)
class Row:
    """One address: how it is asked, about what, in which state, and who gets what."""

    method: str = "get"
    about: str = ""
    state: str = "waiting"
    otherwise: int = 403
    expected: dict[str, int] = field(default_factory=dict)

    def status_for(self, person: str) -> int:
        """The status this person gets."""
        return self.expected.get(person, self.otherwise)


def allow(people: tuple[str, ...], status: int = 200) -> dict[str, int]:
    """These people get this status."""
    return dict.fromkeys(people, status)


IN_SCOPE = allow((*TEAM, *DESK), 403)
"""In scope of a request of team Noord, written by the desk; everybody else gets 404."""


def about_callback(
    people: tuple[str, ...], *, method: str = "get", state: str = "waiting", status: int = 200
) -> Row:
    """An address about one request of team Noord."""
    return Row(method, CALLBACK, state, 404, IN_SCOPE | allow(people, status))


def about_question_set(*, method: str = "get", status: int = 200) -> Row:
    """An address about one question set: for others than the administrator it does not exist."""
    return Row(method, "question_set", otherwise=404, expected={"application_manager": status})


def about_resident(
    people: tuple[str, ...], *, about: str = "resident", method: str = "get", status: int = 200
) -> Row:
    """An address about somebody whose open request is on the handler's desk, in team Noord."""
    return Row(method, about, otherwise=404, expected=allow(TEAM, 403) | allow(people, status))


def about_card(people: tuple[str, ...]) -> Row:
    """An address about somebody whose card one may open; for everybody else there is none."""
    return Row(about="resident", otherwise=404, expected=allow(people))


def about_notification(
    people: tuple[str, ...], about: str = "notification", *, method: str = "get", status: int = 200
) -> Row:
    """An address about one melding of team Noord (row 5); for others it does not exist."""
    return Row(method, about, otherwise=404, expected=allow(TEAM, 403) | allow(people, status))


def about_talk(about: str = "talk", *, method: str = "get", status: int = 200) -> Row:
    """An address about a talk of the handler (row 6: E): for everybody else it does not exist.

    A colleague or somebody of the Wmo-team who joins is tested in the room.
    """
    return Row(method, about, otherwise=404, expected={"handler": status})


def about_file(
    people: tuple[str, ...], about: str = "file", *, method: str = "get", status: int = 200
) -> Row:
    """An address about a dossier of team Noord that the handler directs (rows 5 and 6)."""
    return Row(method, about, otherwise=404, expected=allow(TEAM, 403) | allow(people, status))


def about_application(
    people: tuple[str, ...],
    about: str = "application",
    *,
    method: str = "get",
    status: int = 200,
) -> Row:
    """An address about an aanvraag of team Noord that is on the desk of the handler."""
    return Row(method, about, otherwise=404, expected=allow(TEAM, 403) | allow(people, status))


def about_match(
    people: tuple[str, ...], about: str = "match", *, method: str = "get", status: int = 200
) -> Row:
    """An address about a volunteer whom the handler asked of the wijkwerker of the team (MV-2)."""
    there = allow(("handler", "team_worker"), 403)
    return Row(method, about, otherwise=404, expected=there | allow(people, status))


def about_waakvlam(people: tuple[str, ...]) -> Row:
    """An address about a waakvlam of the handler, with the wijkwerker of the team as deputy."""
    return Row(about="waakvlam", otherwise=404, expected=allow(TEAM, 403) | allow(people))


def about_signal(
    people: tuple[str, ...], about: str = "signal", *, method: str = "get", status: int = 200
) -> Row:
    """An address about a signal at team Noord; nobody has it, or the handler (SG-3)."""
    return Row(method, about, otherwise=404, expected=allow(TEAM, 403) | allow(people, status))


def about_advice(
    people: tuple[str, ...], about: str = "advice", *, method: str = "get", status: int = 200
) -> Row:
    """An address about advice that the handler asked of the wijkwerker of the team (AV-2)."""
    there = allow(("handler", "team_worker"), 403)
    return Row(method, about, otherwise=404, expected=there | allow(people, status))


STEERERS = ("handler", "team_manager")
IMPORTERS = ("city_hall_team",)
REPORTERS = ("team_worker", "handler", "city_hall_team", "outsider_worker")
TALKERS = ("team_worker", "handler", "city_hall_team", "outsider_worker")
MY_INTAKE = ("handler", "team_manager")
ON_MY_DESK = ("handler", "team_manager")
EDITORS = ("help_desk", "application_manager")
MAP_READERS = (*HANDLERS, *DESKS, "general_manager", "liaison")
MAP_WRITERS = (*TEAM, "outsider_worker", "outsider_manager", "help_desk")
READERS = (*HANDLERS, *DESKS, "application_manager")
MANDATE_READERS = (*HANDLERS, "general_manager", "application_manager")
KEEPERS = ("application_manager",)


def about_call(about: str = "call", *, method: str = "get") -> Row:
    """A part of the running call of the KCC-medewerker."""
    return Row(method, about, expected=allow(("help_desk", "other_desk"), 404) | {KCC: 200})
