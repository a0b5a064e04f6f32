"""Two people at one request for a volunteer at the same moment (MV-5, MV-6, MV-8)."""

import uuid
from functools import partial

import pytest

from cases.matching.models import MatchRequest
from clusters.models import Notice, User
from tests.cases.matching.acting import ask, find, refuse, take, withdraw
from tests.concurrency.conftest import done, refused, together
from tests.factories import MembershipFactory
from tests.factories.dossiers import FileFactory, HelpRequestFactory
from tests.factories.matching import MatchFactory, coordinator, sharing_consent

ROUNDS = range(6)
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday", "calendar_data")]


def fresh(person):
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


@pytest.fixture
def near(noord):
    """Two who look for volunteers in the cluster."""
    made = (MembershipFactory(role="team_worker", team=noord).user for _ in range(2))
    return [coordinator(person) for person in made]


def asked(cast, noord, **own):
    """A request to everybody of the cluster, with a consent to share it."""
    file = FileFactory(team=noord, director=cast.handler)
    consent = sharing_consent(file.resident)
    told = {"of_everybody": True, "coordinator": None, "consent": consent, "asked_by": cast.handler}
    return MatchFactory(question=HelpRequestFactory(file=file), **told | own)


def told(match, person):
    """How many notices about this request somebody got."""
    return Notice.objects.filter(url_name="match-detail", object_id=match.pk, person=person).count()


def test_two_coordinators_who_take_it_at_once_leave_one(cast, noord, near):
    for _ in ROUNDS:
        match = asked(cast, noord)

        results = together(*(partial(take, match, fresh(who)) for who in near))

        assert (len(done(results)), len(refused(results))) == (1, 1)
        match.refresh_from_db()
        assert (match.state, match.coordinator in near) == ("taken", True)
        assert refused(results) == [f"{match.coordinator} pakte deze vraag al op."]
        assert match.file.lines.filter(kind="match_got").count() == 1


def taking(match, person):
    """Take it; for a coordinator a request that was withdrawn does not exist any more (MV-8)."""
    try:
        return take(match, person)
    except MatchRequest.DoesNotExist:
        return None


def test_taken_and_withdrawn_at_once_it_stays_withdrawn(cast, noord, near):
    for _ in ROUNDS:
        match = asked(cast, noord)

        results = together(
            partial(taking, match, fresh(near[0])), partial(withdraw, match, fresh(cast.handler))
        )

        match.refresh_from_db()
        assert match.state == "withdrawn"
        kinds = list(match.file.lines.order_by("pk").values_list("kind", flat=True))
        assert kinds == (["match_off"] if results[0] is None else ["match_got", "match_off"])
        assert match.coordinator == (near[0] if results[0] else None)


def test_two_answers_at_once_are_one(cast, noord, near):
    for _ in ROUNDS:
        match = asked(cast, noord, taken=True, coordinator=near[0])

        results = together(
            partial(find, match, fresh(near[0])), partial(refuse, match, fresh(near[0]))
        )

        assert (len(done(results)), len(refused(results))) == (1, 1)
        assert match.file.lines.filter(kind__in=["matched", "no_match"]).count() == 1
        assert told(match, cast.handler) == 1
        match.refresh_from_db()
        assert (match.state == "matched") is bool(match.matched_with)


def test_the_same_form_twice_at_once_asks_once(cast, noord, near):
    for _ in ROUNDS:
        question = HelpRequestFactory(file=FileFactory(team=noord, director=cast.handler))
        act = partial(ask, question, fresh(cast.handler), near[0], submission_key=uuid.uuid4())

        results = together(act, act)

        assert len({match.pk for match in done(results)}) == 1
        assert MatchRequest.objects.filter(question=question).count() == 1
