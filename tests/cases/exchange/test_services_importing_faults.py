"""A file that is wrong anywhere is read in nowhere, and every fault is said with its line."""

import copy
import json
import uuid

import pytest
from django.db import IntegrityError

from cases.contacts.models import Contact
from cases.exchange.lines import Line, to_line
from cases.exchange.services import ImportRefused, importing, register_import
from cases.models import CallbackRequest, Resident
from common.errors import RuleViolation
from tests.cases.exchange.conftest import exported, objects, promise
from tests.cases.exchange.foreign import CONTACT, DESK, TASK, foreign
from tests.factories.cases import MONDAY


@pytest.fixture
def refusals(read_in, cast, monday):
    """The faults of a file that is read in for the only desk there is."""

    def run(*lines, **own):
        own.setdefault("employee", cast.contact_centre)
        with pytest.raises(ImportRefused) as refused:
            read_in(list(lines) if not isinstance(lines[0], bytes) else lines[0], **own)
        assert not Contact.objects.exists()
        assert not CallbackRequest.objects.exists()
        assert not Resident.objects.exists()
        return refused.value.faults

    return run


def test_every_fault_of_every_line_is_said_and_nothing_is_read_in(refusals):
    good = foreign(**DESK)
    bad = foreign(
        **DESK,
        klantcontact__uuid=str(uuid.uuid4()),
        klantcontact__kanaal="duif",
        klantcontact__onderwerp="Ruimtevaart",
        digitaleAdressen__0__adres="0900 1234",
        internetaken__0__uuid=str(uuid.uuid4()),
        internetaken__0__status="verwerkt",
    )
    file = to_line(good) + b"{half\n" + b'{"klantcontact": {}}\n' + b"\xff\xfe\n" + to_line(bad)

    found = refusals(file)

    assert [fault.split(":")[0] for fault in found] == ["Regel 2"] + ["Regel 3"] * 6 + [
        "Regel 4"
    ] + ["Regel 5"] * 4
    assert found[0] == "Regel 2: dit is geen JSON (bij teken 2)."
    assert found[7] == "Regel 4: byte 1 is geen UTF-8."
    text = "\n".join(found[8:])
    for word in ("kanaal", "Ruimtevaart", "servicenummer", "afgehandeldOp is leeg"):
        assert word in text


WRONG = [
    ({"klantcontact__uuid": "nee"}, "moet een uuid zijn"),
    ({"klantcontact__uuid": None}, "klantcontact.uuid ontbreekt."),
    ({"klantcontact__onderwerp": "x" * 201}, "heeft 201 tekens; het mogen er 200 zijn."),
    ({"klantcontact__inhoud": "x" * 1001}, "heeft 1001 tekens; het mogen er 1000 zijn."),
    ({"klantcontact__inhoud": 5}, "klantcontact.inhoud moet tekst zijn"),
    ({"klantcontact__inhoud": "a\x00b"}, "een teken dat geen tekst is"),
    ({"klantcontact__inhoud": "a\ud800"}, "een teken dat geen tekst is"),
    ({"klantcontact__vertrouwelijk": "ja"}, "moet true of false zijn"),
    ({"klantcontact__plaatsgevondenOp": "gisteren"}, "moet een datum en tijd met tijdzone"),
    ({"klantcontact__plaatsgevondenOp": "2026-11-23T09:00:00"}, "met tijdzone"),
    ({"klantcontact__plaatsgevondenOp": "2031-01-01T09:00:00Z"}, "ligt in de toekomst"),
    ({"klantcontact__metadata": {"a": 1}}, "metadata.a moet tekst zijn"),
    ({"klantcontact__metadata": {"a": "x" * 101}}, "het mogen er 100 zijn"),
    ({"klantcontact__metadata": {"soort": "iets"}}, "metadata.soort is “iets”"),
    ({"klantcontact__metadata": {"tolk": "soms"}}, "metadata.tolk is “soms”"),
    ({"klantcontact__metadata": {"volgorde": "-1"}}, "metadata.volgorde moet een getal"),
    ({"klantcontact__metadata": {"urgentie": "gisteren"}}, "metadata.urgentie"),
    ({"klantcontact__metadata": {"bellen_vanaf": "10:00"}}, "horen bij elkaar"),
    ({"klantcontact__metadata": {"geboortedatum": "2031-01-01"}}, "ligt niet in de toekomst"),
    ({"klantcontact__metadata": {"anoniem": "ja"}}, "maar er staat een naam"),
    ({"klantcontact__metadata": {"vastgelegd_door": "wie"}, "zonder": True}, "“wie” is hier niet"),
    ({"klantcontact__metadata": {"vastgelegd_bij": "weg"}}, "het team “weg” bestaat hier niet"),
    ({"klantcontact__metadata": {"inwoner": "x"}}, "metadata.inwoner moet een uuid zijn"),
    ({"klantcontact__metadata": {"staat": "claimed"}}, "geen medewerker aan toegewezen"),
    ({"klantcontact__metadata": {"staat": "closed"}}, "maar de status is te_verwerken"),
    ({"klantcontact__metadata": {"staat": "paused"}}, "gepauzeerd_tot hoort bij"),
    ({"klantcontact__metadata": {"taal": "x" * 41}}, "het mogen er 40 zijn"),
    ({"klantcontact__metadata": {"resultaat": "answered"}}, "resultaat callback hoort bij"),
    ({"klantcontact__metadata": {"geeindigd": "2026-11-23T07:00:00Z"}}, "geeindigd ligt voor"),
    (
        {
            "klantcontact__metadata": {
                "uiterlijk": "2026-11-24T09:00:00Z",
                "twee_keer_de_termijn": "2026-11-24T09:00:00Z",
            }
        },
        "twee_keer_de_termijn ligt niet na",
    ),
    (
        {
            "internetaken__0__status": "verwerkt",
            "internetaken__0__afgehandeldOp": "2026-11-23T08:00:00Z",
        },
        "afgehandeldOp ligt voor toegewezenOp",
    ),
    ({"betrokkene": None}, "een internetaak heeft een betrokkene nodig"),
    ({"betrokkene__rol": "buur"}, "het moet klant of vertegenwoordiger zijn"),
    ({"betrokkene__contactnaam__achternaam": "x" * 200}, "de naam heeft"),
    ({"betrokkene__bezoekadres__postcode": "1315AA"}, "niet de vorm"),
    ({"betrokkene__bezoekadres__postcode": "1315 SS"}, "Een postcode is vier cijfers"),
    ({"betrokkene__bezoekadres__huisnummer": 0}, "een getal van 1 tot en met 99999"),
    ({"betrokkene__bezoekadres__huisnummer": True}, "een getal van 1 tot en met 99999"),
    ({"betrokkene__bezoekadres__huisnummertoevoeging": "#"}, "Een huisnummer begint"),
    ({"betrokkene__bezoekadres__postcode": "9999 ZZ"}, "geen team"),
    ({"digitaleAdressen": []}, "heeft een telefoonnummer in digitaleAdressen nodig"),
    ({"digitaleAdressen": {}}, "moet een lijst zijn"),
    ({"digitaleAdressen__0__adres": "1234"}, "digitaleAdressen: "),
    ({"internetaken__0__status": "open"}, "het moet te_verwerken of verwerkt zijn"),
    ({"internetaken__0__afgehandeldOp": "2026-11-23T08:30:00Z"}, "status is te_verwerken"),
    ({"internetaken__0__gevraagdeHandeling": None}, "gevraagdeHandeling ontbreekt"),
    ({"klantcontact__inhoud": " ", "internetaken__0__toelichting": ""}, "er staat geen vraag"),
    ({"klantcontact__hadBetrokkenActoren": []}, "noemt geen klantcontactcentrum"),
    (
        {"klantcontact__hadBetrokkenActoren__0__actoridentificator__objectId": "weg"},
        "het team “weg” bestaat hier niet",
    ),
]


@pytest.mark.parametrize(("changes", "words"), WRONG)
def test_a_fault_says_what_is_wrong(refusals, cast, changes, words):
    own = {"employee": None} if changes.pop("zonder", False) else {}
    line = foreign(**copy.deepcopy(DESK) | changes)
    raw = json.dumps(line).encode()  # as escapes, so that a lone surrogate can be in the file

    found = refusals(raw, **own)

    assert any(words in fault for fault in found), found


def test_two_internetaken_in_one_line_are_too_many(refusals):
    line = foreign(**DESK)
    line["internetaken"] *= 2

    assert refusals(line) == ["Regel 1: internetaken heeft 2 onderdelen; het mag er 1 zijn."]


def test_the_same_uuid_twice_in_a_file_is_said_with_the_first_line(refusals):
    found = refusals(foreign(**DESK), foreign(**DESK))

    assert f"Regel 2: klantcontact {CONTACT} staat al op regel 1." in found
    assert f"Regel 2: internetaak {TASK} staat al op een eerdere regel." in found


def test_a_second_open_request_of_one_caller_in_the_file_is_refused(refusals):
    ids = {"klantcontact__uuid": str(uuid.uuid4()), "internetaken__0__uuid": str(uuid.uuid4())}

    found = refusals(foreign(**DESK), foreign(**DESK, **ids))

    assert found == ["Regel 2: van deze beller staat op regel 1 al een open terugbelverzoek."]


def test_a_second_open_request_of_one_caller_here_is_refused(read_in, cast, monday):
    promise(cast, 1, phone="+31612345678", name="A. de Vries")

    with pytest.raises(ImportRefused) as refused:
        read_in([foreign(**DESK)], employee=cast.contact_centre)

    assert "staat hier al een open terugbelverzoek (TB-14)" in refused.value.faults[0]
    assert not Contact.objects.exists()


def test_a_question_about_a_request_nobody_knows_is_refused(refusals):
    about = {"resultaat": "callback", "terugbelverzoek": str(uuid.uuid4())}

    found = refusals(foreign(**DESK, internetaken=[], klantcontact__metadata=about))

    assert "staat niet in het bestand en is er hier niet" in found[0]


def test_another_person_than_that_of_the_request_is_refused(refusals):
    about = {"resultaat": "answered", "inwoner": TASK}
    other = foreign(
        **DESK,
        internetaken=[],
        klantcontact__uuid=str(uuid.uuid4()),
        klantcontact__metadata=about,
        betrokkene__contactnaam={"achternaam": "Jansen"},
    )

    found = refusals(foreign(**DESK), other)

    assert found == [f"Regel 2: de betrokkene is een ander dan die van terugbelverzoek {TASK}."]


def test_an_employee_we_do_not_know_needs_somebody_in_the_place(refusals):
    found = refusals(foreign(**DESK), employee=None)

    assert found == [
        "Regel 1: hadBetrokkenActoren: er staat geen medewerker bij; geef die met --employee."
    ]


def test_somebody_who_is_faster_makes_it_stop_whole(read_in, cast, monday, monkeypatch):
    def taken(**_):
        raise IntegrityError

    monkeypatch.setattr(importing, "register_calls", taken)

    with pytest.raises(RuleViolation, match="Probeer het opnieuw"):
        read_in([foreign(**DESK)], employee=cast.contact_centre)

    assert not CallbackRequest.objects.exists()


def test_a_file_that_changes_between_the_readings_is_refused(cast, monday, desk):
    readings = iter([[Line(1, foreign(**DESK))], [Line(1, fault="iets anders.")]])

    with pytest.raises(ImportRefused):
        register_import(
            lines=lambda: next(readings), employee=cast.contact_centre, by=None, at=MONDAY
        )

    assert not Contact.objects.exists()


def test_two_lines_of_one_call_that_differ_are_refused(refusals):
    same = {"gesprek": CONTACT, "volgorde": "2"}
    other = foreign(
        **DESK,
        internetaken=[],
        klantcontact__uuid=str(uuid.uuid4()),
        klantcontact__kanaal="balie",
        klantcontact__metadata=same,
    )

    found = refusals(foreign(**DESK), other)

    assert found == ["Regel 2: de gegevens van het gesprek zijn anders dan op regel 1."]


def test_a_question_that_is_here_about_another_request_is_refused(town, read_in):
    lines = objects(exported())
    words = [line["klantcontact"]["metadata"] for line in lines]
    joining = next(
        each for each in words if each.get("terugbelverzoek") == str(town.bare.submission_key)
    )
    joining["terugbelverzoek"] = str(town.nobody.submission_key)

    with pytest.raises(ImportRefused) as refused:
        read_in(lines)

    assert "bestaat al met andere inhoud" in refused.value.faults[0]
