"""What the forms offer and refuse before an act is asked."""

from cases.conferences.forms import AgreementForm, BringForm, InviteForm, MinutesForm, SeriesForm
from cases.conferences.views.finding import guests_at
from tests.factories.conferences import (
    DAY,
    TODAY,
    ConferenceFactory,
    InvitationFactory,
    ItemFactory,
    SeriesFactory,
)
from tests.factories.liaisons import LiaisonFactory


def labels(field):
    return [str(label) for _, label in field.choices]


def test_bring_offers_the_meetings_of_team_and_stadsdeel(file, cast, meeting, table):
    ConferenceFactory(series=SeriesFactory(team=cast.elsewhere))
    ConferenceFactory(series=meeting.series, planned_on=TODAY - 7 * DAY)
    form = BringForm(file=file)
    found = [label for label in labels(form.fields["conference"]) if label != "Kies een overleg"]
    assert [label.split(",")[0] for label in found] == [str(meeting.series), str(table.series)]
    late = BringForm({"ask": "x" * 1001, "summary": "y" * 4001, "minutes": 500}, file=file)
    assert {"ask", "summary", "minutes", "conference", "topic"} <= set(late.errors)


def test_bring_offers_every_casustafel_to_a_citywide_team(file, cast, meeting, table, sst):
    type(file).objects.update(team=sst.memberships.get().team)
    file.refresh_from_db()
    form = BringForm(file=file)
    assert list(form.fields["conference"].queryset) == [table]


def test_invite_offers_each_once_and_no_law_when_anonymous(file, cast, meeting):
    item = ItemFactory(file=file, conference=meeting)
    pin = LiaisonFactory(team=file.team, name="P. Pin")
    form = InviteForm(item=item)
    offered = labels(form.fields["guests"])
    assert any(str(cast.liaison) in label and "linking pin" in label for label in offered)
    assert any(str(pin) in label and "zonder account" in label for label in offered)
    assert not any(str(cast.handler) in label for label in offered)
    InvitationFactory(item=item, person=cast.liaison)
    assert not any(
        str(cast.liaison) in label for label in labels(InviteForm(item=item).fields["guests"])
    )
    hidden = ItemFactory(file=file, conference=meeting, is_anonymous=True)
    assert "by_law" not in str(InviteForm(item=hidden).helper.layout.fields)
    assert "by_law" in str(form.helper.layout.fields)


def test_minutes_and_agreement_name_the_guests(file, cast, meeting):
    item = ItemFactory(file=file, conference=meeting, discussed=True)
    row = InvitationFactory(item=item)
    form = MinutesForm(item=item, guests=guests_at(item))
    assert form.initial["words"] == "Bel de bank."
    assert labels(form.fields["present"]) == ["D. Dokter (Praktijk Haven)"]
    agreement = AgreementForm(item=item, guests=guests_at(item))
    assert set(agreement.owners) == {f"dossier-{cast.handler.pk}", f"gast-{row.pk}"}


def test_a_series_is_of_an_own_team_or_stadsdeel(cast, noord):
    form = SeriesForm(user=cast.team_manager)
    assert labels(form.fields["of_whom"])[1:] == [
        "Casusoverleg Team Noord",
        f"Casustafel {noord.cluster.district}",
    ]
    chairs = set(form.fields["chair"].queryset)
    assert {cast.handler, cast.team_worker, cast.team_manager} <= chairs
    assert cast.liaison not in chairs
