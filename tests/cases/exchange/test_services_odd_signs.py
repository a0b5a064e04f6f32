"""Whatever somebody types, it comes back as it was."""

import uuid

import jsonschema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.exchange.lines import to_line
from cases.models import CallbackRequest, ContactQuestion, Resident
from tests.cases.exchange.conftest import call, exported, objects, promise, wipe
from tests.cases.exchange.schema import LINE

VALIDATOR = jsonschema.Draft202012Validator(LINE)
SIGNS = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
ODD = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def words(most):
    """Text that is something: any sign but those a database cannot keep."""
    return st.text(SIGNS, min_size=1, max_size=most).filter(str.strip)


@ODD
@given(name=words(120), question=words(1000), asked=words(1000), language=words(40))
def test_odd_signs_survive(cast, desk, monday, read_in, name, question, asked, language):
    wipe()
    callback = promise(cast, 1, name=name, question=question)
    Resident.objects.update(language=language)
    callback.refresh_from_db()
    own = {"callback": callback, "result": "callback", "question": asked}
    call(cast, desk, own, resident=callback.resident, uuid=uuid.uuid4())
    file = exported()
    assert [error.message for line in objects(file) for error in VALIDATOR.iter_errors(line)] == []
    wipe()

    read_in(file)

    resident = Resident.objects.get()
    assert (resident.name, resident.language) == (name, language)
    assert CallbackRequest.objects.get().question == question
    assert ContactQuestion.objects.get().question == asked
    assert exported() == file


@ODD
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(0, 10**6) | words(20),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["klantcontact", "uuid", "metadata", "internetaken"]), inner
            )
        ),
    )
)
def test_no_line_makes_the_import_fall_over(monday, db, value):
    from cases.exchange.incoming.lists import read_lists
    from cases.exchange.incoming.reading import read_line
    from cases.exchange.lines import Line

    found, faults = read_line(Line(1, value), read_lists(now=monday, employee=None))

    assert (found is None) == bool(faults)
    assert to_line(value).endswith(b"\n")
