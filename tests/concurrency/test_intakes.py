"""Two colleagues, two clicks or two workers at the same moment (ML-1, ML-5, ML-9)."""

import uuid
from datetime import timedelta
from functools import partial

import pytest

from cases.intakes import services
from cases.intakes.deciding import PROPOSAL
from cases.intakes.letter import confirmation_of, stamp_of
from cases.models import NotificationReminder, TriageVersion, WmoNotification
from clusters.models import Notice, User
from tests.concurrency.conftest import done, refused, together
from tests.factories.cases import MONDAY, CallbackFactory, SubjectFactory
from tests.factories.intakes import (
    ANSWERS,
    AdviceAnswerFactory,
    BellFactory,
    NotificationFactory,
)

ROUNDS = range(8)
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def me(person):
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


def melding(**own):
    told = {"channel": "callback", "received_on": MONDAY.date(), "reported_by": "resident"}
    return services.Melding(**told | {"question": "Hulp?"} | own)


def test_two_clicks_make_one_melding(cast, noord):
    for channel in ("callback", "letter") * 4:
        callback = CallbackFactory(team=noord, claimed=True, handler=cast.handler)
        act = partial(
            services.register_notification,
            submission_key=uuid.uuid4(),
            callback_id=callback.pk,
            melding=melding(channel=channel),
        )

        results = together(*(partial(act, by=me(cast.handler)) for _ in range(3)))

        assert len({each.pk for each in done(results)}) == 1
        assert len(done(results)) == 3
        made = WmoNotification.objects.get(resident=callback.resident)
        assert NotificationReminder.objects.filter(notification=made).count() == 3


def test_two_tabs_make_one_melding_of_a_callback(cast, noord):
    for _ in ROUNDS:
        callback = CallbackFactory(team=noord, claimed=True, handler=cast.handler)
        act = partial(services.register_notification, callback_id=callback.pk, melding=melding())

        results = together(
            *(partial(act, submission_key=uuid.uuid4(), by=me(cast.handler)) for _ in range(2))
        )

        assert (len(done(results)), len(refused(results))) == (1, 1)
        assert str(done(results)[0]) in refused(results)[0]


def test_of_two_colleagues_one_takes_it(cast, noord):
    for _ in ROUNDS:
        waiting = NotificationFactory(team=noord)
        act = partial(services.claim_notification, notification_id=waiting.pk)

        people = (cast.team_worker, cast.handler)
        results = together(*(partial(act, by=me(one)) for one in people))

        assert (len(done(results)), len(refused(results))) == (1, 1)
        waiting.refresh_from_db()
        assert str(waiting.handler) in refused(results)[0]


def test_two_workers_deliver_a_reminder_once(cast, noord):
    for _ in ROUNDS:
        Notice.objects.all().delete()
        bell = BellFactory(
            notification__team=noord,
            notification__handler=cast.handler,
            kind="before",
            due_at=MONDAY - timedelta(hours=1),
        )
        act = partial(services.deliver_notification_reminder, reminder_id=bell.pk, at=MONDAY)

        assert sorted(together(act, act)) == [False, True]
        assert Notice.objects.count() == 1


def test_a_melding_is_withdrawn_while_its_bell_rings(cast, noord):
    for _ in ROUNDS:
        bell = BellFactory(
            notification__team=noord, notification__handler=cast.handler, due_at=MONDAY
        )
        number = bell.notification_id

        together(
            partial(services.deliver_notification_reminder, reminder_id=bell.pk, at=MONDAY),
            partial(
                services.withdraw_notification,
                notification_id=number,
                reason="Wil niet.",
                by=me(cast.handler),
            ),
        )

        bell.refresh_from_db()
        told = Notice.objects.filter(dedup_key__startswith=bell.dedup_key).exists()
        assert (bell.state == "done") is told
        assert bell.state != "pending"


def test_two_clicks_make_one_triage_one_letter_and_one_count(cast, noord):
    for _ in ROUNDS:
        made = NotificationFactory(team=noord, handler=cast.handler)
        fresh = WmoNotification.objects.for_detail().get(pk=made.pk)
        letter = partial(
            services.confirm_notification,
            notification_id=made.pk,
            way="post",
            stamp=stamp_of(confirmation_of(fresh, MONDAY.date())),
        )
        triage = partial(
            services.register_triage,
            notification_id=made.pk,
            submission_key=uuid.uuid4(),
            facts=tuple(ANSWERS.values()),
            version_number=None,
            chosen=services.Chosen("team", "single", "help"),
        )
        advice = partial(
            services.register_advice,
            submission_key=uuid.uuid4(),
            channel="walk_in",
            topic=SubjectFactory(),
            answer=AdviceAnswerFactory(),
            minutes=5,
        )
        for act in (letter, triage, advice):
            results = together(*(partial(act, by=me(cast.handler)) for _ in range(3)))
            assert len({each.pk for each in done(results)}) == 1
            assert len(done(results)) == 3


def test_two_administrators_write_the_first_rules_at_once(cast):
    for _ in ROUNDS:
        TriageVersion.objects.all().delete()
        acts = [
            partial(
                services.change_rules,
                stamp="",
                rules=PROPOSAL[number:],
                by=me(cast.application_manager),
            )
            for number in range(2)
        ]

        results = together(*acts)

        assert (len(done(results)), len(refused(results))) == (1, 1)
        version = TriageVersion.objects.get()
        assert version.rules.count() in (len(PROPOSAL), len(PROPOSAL) - 1)
