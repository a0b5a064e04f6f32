"""Upload, read the report, go on or stop: on the screen, with and without script."""

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditEvent
from cases.brp.progress import Progress
from cases.brp.worker import work_on_extracts
from cases.models import BrpFault, BrpUpload, Resident
from clusters.models import Role
from tests.cases.brp.extracts import COLUMNS, anja, extract
from tests.factories import MembershipFactory
from tests.factories.brp import checked_upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("upload_dir")]
BODY = extract(anja(), anja(bsn="123456789"))
UPLOADS = "/brp-uittreksels/"


def sent(body, **other):
    file = SimpleUploadedFile("Anja van den Berg.csv", body)
    return {"extract": file, "submission_key": str(uuid.uuid4()), **other}


@pytest.fixture
def browser(cast, as_user):
    return as_user(cast.city_hall_team)


def page_of(browser, upload, **headers):
    return browser.get(reverse("brp-upload", args=[upload.pk]), headers=headers)


def post(browser, name, upload, **answers):
    return browser.post(reverse(f"brp-upload-{name}", args=[upload.pk]), answers, follow=True)


def closed(upload_dir):
    return list(upload_dir.glob("*.closed"))


def test_from_the_file_to_the_end(browser, upload_dir, django_capture_on_commit_callbacks):
    answer = browser.post(UPLOADS, sent(BODY), follow=True)
    assert "Wacht op controle" in answer.content.decode()
    upload = BrpUpload.objects.get()
    work_on_extracts(at=timezone.now())

    page = page_of(browser, upload).content.decode()
    assert "2 regels, waarvan 1 fout. Er is nog niets ingelezen." in page
    assert "Foute regels overslaan en 1 inlezen" in page
    upload.refresh_from_db()
    post(browser, "start", upload, version=upload.version, skip_faulty="on")
    with django_capture_on_commit_callbacks(execute=True):
        work_on_extracts(at=timezone.now())

    page = page_of(browser, upload).content.decode()
    assert "Klaar: 1 regel ingelezen, 1 overgeslagen." in page
    assert "hx-trigger" not in page.partition('id="status"')[2].partition(">")[0]
    assert Resident.objects.count() == 1
    assert closed(upload_dir) == []
    codes = AuditEvent.objects.filter(code__startswith="extract.").order_by("pk")
    assert list(dict.fromkeys(codes.values_list("code", flat=True))) == [
        "extract.added",
        "extract.read",
        "extract.checked",
        "extract.started",
        "extract.finished",
    ]


def test_no_page_says_who_was_known(browser, cast):
    """A file of one line would tell whether a BSN is known here (H5, H6)."""
    pages = []
    for _ in range(2):
        upload = checked_upload(cast.city_hall_team, extract(anja()), lines=1, faulty=0)
        BrpFault.objects.all().delete()
        post(browser, "start", upload, version=1)
        work_on_extracts(at=timezone.now())
        page = page_of(browser, upload).content.decode().partition('id="status"')[2]
        pages.append(page.partition("</p>")[0].replace(f"/{upload.pk}/", "/"))

    assert "Klaar: 1 regel ingelezen" in pages[0]
    assert pages[0] == pages[1]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"PK\x03\x04" + b"x" * 1000, "zip- of Excel-bestand"),
        (b"\xff\xd8\xff\xe0" + b"x" * 1000, "maar een foto"),
        (b"%PDF-1.7\n", "maar een PDF"),
        (b"a\x00b", "maar iets anders"),
        (extract(anja()).decode().encode("utf-16"), "UTF-16"),
        (b"naam;bsn\nA;1\n", "In de kop ontbreekt"),
        (extract(columns=(*COLUMNS, "religie")), "kolom(men) die hier niet horen"),
        (b"<script>alert(1)</script>\n", "In de kop ontbreekt"),
        (b"x" * 10_000, "geen kop"),
        (b"", "Dit bestand is leeg."),
    ],
)
def test_what_is_no_extract_is_refused_beside_the_field_and_kept_nowhere(
    browser, upload_dir, body, words
):
    page = browser.post(UPLOADS, sent(body)).content.decode()

    assert words in page
    assert "<script>alert" not in page
    assert closed(upload_dir) == []
    assert not BrpUpload.objects.exists()


def test_too_large_is_refused_and_not_written_on(browser, upload_dir, settings):
    settings.BRP_UPLOAD_MEGABYTES = 1
    page = browser.post(UPLOADS, sent(BODY + b"x" * 1_100_000)).content.decode()

    assert "Dit bestand is groter dan 1 MB." in page
    assert closed(upload_dir) == []


def test_a_form_without_a_file_says_so(browser):
    page = browser.post(UPLOADS, {"submission_key": str(uuid.uuid4())}).content.decode()

    assert "Kies het bestand met het uittreksel." in page


def test_a_double_click_is_one_upload_with_one_file(browser, upload_dir):
    key = str(uuid.uuid4())
    for _ in range(2):
        assert browser.post(UPLOADS, sent(BODY, submission_key=key)).status_code == 302

    assert BrpUpload.objects.count() == 1
    assert len(closed(upload_dir)) == 1


def test_what_another_role_or_another_address_sends_is_kept_nowhere(cast, as_user, upload_dir):
    browser = as_user(cast.team_worker)
    assert browser.post(UPLOADS, sent(BODY)).status_code == 403
    browser = as_user(cast.city_hall_team)
    browser.post(reverse("resident-search"), {"extract2": SimpleUploadedFile("a.csv", BODY)})
    browser.post(reverse("resident-search"), sent(BODY))
    browser.logout()
    browser.post(UPLOADS, sent(BODY))

    assert closed(upload_dir) == []


def test_the_file_is_never_in_the_clear_and_its_name_is_not_kept(browser, upload_dir):
    browser.post(UPLOADS, sent(BODY))

    (path,) = closed(upload_dir)
    assert b"999990019" not in path.read_bytes()
    assert "Anja" not in str(BrpUpload.objects.values())


def test_a_colleague_of_the_same_team_finds_nothing(cast, as_user):
    upload = checked_upload(cast.city_hall_team, BODY)
    browser = as_user(MembershipFactory(role=Role.CITY_HALL_TEAM).user)

    assert page_of(browser, upload).status_code == 404
    for name in ("start", "cancel", "restart"):
        assert post(browser, name, upload, version=1).status_code == 404
    assert browser.get(reverse("brp-upload-faults", args=[upload.pk])).status_code == 404


def test_faulty_lines_are_only_skipped_when_somebody_said_so(browser, cast):
    upload = checked_upload(cast.city_hall_team, BODY)
    page = post(browser, "start", upload, version=1).content.decode()

    assert "Kies of u ze overslaat" in page
    upload.refresh_from_db()
    assert upload.state == "checked"


def test_a_stale_page_and_a_wrong_form_start_nothing(browser, cast):
    upload = checked_upload(cast.city_hall_team, BODY, version=2)

    for version, words in ((1, "intussen veranderd"), ("x" * 10_000, "verouderd")):
        page = post(browser, "start", upload, version=version, skip_faulty="on").content.decode()
        assert words in page
    upload.refresh_from_db()
    assert upload.state == "checked"


def test_a_second_click_on_start_changes_nothing(browser, cast):
    upload = checked_upload(cast.city_hall_team, BODY)
    for _ in range(2):
        post(browser, "start", upload, version=1, skip_faulty="on")

    assert AuditEvent.objects.filter(code="extract.started").count() == 1


def test_without_a_right_line_there_is_nothing_to_read_in(browser, cast):
    upload = checked_upload(cast.city_hall_team, BODY, lines=1)

    assert "inlezen</button>" not in page_of(browser, upload).content.decode()
    page = post(browser, "start", upload, version=1, skip_faulty="on").content.decode()
    assert "Er is geen regel die ingelezen kan worden." in page


def test_stopping_throws_the_file_and_its_key_away(
    browser, cast, upload_dir, django_capture_on_commit_callbacks
):
    upload = checked_upload(cast.city_hall_team, BODY)
    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(2):
            page = post(browser, "cancel", upload).content.decode()

    assert "Afgebroken. Er is niets ingelezen." in page
    upload.refresh_from_db()
    assert upload.wrapped_key is None
    assert closed(upload_dir) == []
    assert AuditEvent.objects.filter(code="extract.cancelled").count() == 1
    page = post(browser, "start", upload, version=upload.version).content.decode()
    assert "kan niet meer" in page


def test_what_is_over_cannot_be_stopped_or_restarted(browser, cast):
    upload = checked_upload(cast.city_hall_team, BODY, state="done")

    assert "kan niet meer" in post(browser, "cancel", upload).content.decode()
    assert "hoeft niets meer" in post(browser, "restart", upload).content.decode()


def test_the_page_asks_itself_and_hears_only_of_what_changed(browser, cast):
    upload = checked_upload(cast.city_hall_team, BODY, state="importing")
    Progress(upload).tell(upload.size)
    address = reverse("brp-upload", args=[upload.pk])
    htmx = {"HX-Request": "true"}

    part = browser.get(address, headers=htmx).content.decode()
    assert "<html" not in part
    assert 'value="100"' in part
    assert 'hx-trigger="every 2s"' in part
    assert "data-announce" in part
    assert "Afbreken" not in part
    shown = {"shown": "importing-100-10", "quarter": "importing-4"}
    assert browser.get(address, shown, headers=htmx).status_code == 204
    shown["shown"] = "importing-99-10"
    assert "data-announce" not in browser.get(address, shown, headers=htmx).content.decode()
    BrpUpload.objects.filter(pk=upload.pk).update(
        state="done", ended_at=timezone.now(), wrapped_key=None
    )
    part = browser.get(address, shown, headers=htmx).content.decode()
    assert "hx-trigger" not in part
    assert "Klaar: 2 regels ingelezen" in part


def test_a_killed_worker_is_seen_and_can_be_called_again(browser, cast):
    upload = checked_upload(cast.city_hall_team, BODY, state="importing", attempts=2)
    Progress(upload).tell(10)
    with time_machine.travel(timezone.now() + timedelta(seconds=70)):
        page = page_of(browser, upload).content.decode()

    assert "De werker is gestopt." in page
    assert "Opnieuw starten" in page
    post(browser, "restart", upload)
    upload.refresh_from_db()
    assert upload.attempts == 0
    work_on_extracts(at=timezone.now())
    upload.refresh_from_db()
    assert upload.state == "done"


def test_the_report_as_a_file_has_lines_columns_and_reasons(browser, cast):
    upload = checked_upload(cast.city_hall_team, BODY)
    answer = browser.get(reverse("brp-upload-faults", args=[upload.pk]))

    assert answer.content.decode("utf-8-sig") == (
        "regel;kolom;reden\r\n3;bsn;Dit is geen geldig BSN.\r\n"
    )
    assert "attachment" in answer["Content-Disposition"]
    assert AuditEvent.objects.filter(code="extract.exported").count() == 1
