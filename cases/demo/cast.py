"""Who can act in the demo city: the people of each team, by the role they act in."""

from collections import defaultdict
from datetime import date
from random import Random

from clusters.models import Membership, Role, Team, User

OF_CITY = 0.75
WORKING_ROLES = (Role.TEAM_WORKER, Role.CITY_SOCIAL_TEAM, Role.CITY_HALL_TEAM)


class Cast:
    """Employees by team; every person is one object, so that roles are read once.

    Somebody who works in one team and steers another appears once in each of the two roles.
    """

    def __init__(self, day: date) -> None:
        self.workers: dict[int, list[User]] = defaultdict(list)
        self.managers: dict[int, User] = {}
        self.desk: list[User] = []
        self.help_desk: list[User] = []
        self.forwarded = 0
        rows = Membership.objects.running(day).select_related("user", "team", "organisation")
        people: dict[tuple[int, str], User] = {}
        for row in rows.order_by("pk"):
            key = (row.user_id, row.role)
            person = people.setdefault(key, _acting(row.user, row.role))
            self._place(row, person)
        self.desk = list(dict.fromkeys(self.desk))
        self.teams = {team.pk: team for team in Team.objects.filter(pk__in=self.workers)}

    def _place(self, row: Membership, person: User) -> None:
        if row.team_id is None:
            return
        if row.role in WORKING_ROLES:
            self.workers[row.team_id].append(person)
        elif row.role == Role.TEAM_MANAGER:
            self.managers[row.team_id] = person
        elif row.role in (Role.CONTACT_CENTRE, Role.HELP_DESK):
            self.desk.append(person)
            if row.role == Role.HELP_DESK:
                self.help_desk.append(person)

    def worker(self, team_id: int, rng: Random) -> User:
        """Somebody of the team; the first of the file has the most on the desk."""
        people = self.workers[team_id]
        return rng.choices(people, [max(1, len(people) - 1)] + [1] * (len(people) - 1))[0]

    def another_team(self, team_id: int, rng: Random) -> Team:
        """A team to forward to, mostly one that serves the whole city; these take turns."""
        others = [team for key, team in self.teams.items() if key != team_id]
        of_city = [team for team in others if team.cluster_id is None]
        self.forwarded += 1
        if of_city and rng.random() < OF_CITY:
            return of_city[self.forwarded % len(of_city)]
        return rng.choice(others)


def _acting(user: User, role: str) -> User:
    """This employee with this role in effect."""
    person = User.objects.get(pk=user.pk)
    person.chosen_role = role  # type: ignore[attr-defined]
    return person
