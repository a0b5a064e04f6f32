"""Two people settle the same feedback at the same moment (TG-3, TG-4)."""

from functools import partial

import pytest

from cases.models import FileLine
from clusters.models import User
from tests.cases.feedback.acting import drop, send
from tests.concurrency.conftest import done, refused, together
from tests.factories.advice import consent_for
from tests.factories.dossiers import FileFactory
from tests.factories.feedback import FeedbackFactory

pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def test_told_and_not_told_at_once_is_one_of_both(cast, noord):
    for _ in range(4):
        row = FeedbackFactory(file=FileFactory(team=noord, director=cast.handler))
        consent_for(row.resident, "huisarts")
        by = [User.objects.get(pk=cast.handler.pk) for _ in range(2)]
        results = together(partial(send, row, by[0]), partial(drop, row, by[1]))
        assert (len(done(results)), len(refused(results))) == (1, 1)
        assert FileLine.objects.filter(file=row.file).count() == 1
