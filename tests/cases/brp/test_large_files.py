"""A city in one file: how much memory, how long, killed in the middle, and a second time."""

import base64
import gc
import io
import os
import re
import secrets
import signal
import subprocess
import sys
import time
import tracemalloc
from datetime import date

import pytest
from django.conf import settings
from django.db import connection

from audit.models import AuditEvent
from cases.brp.checking import check_file
from cases.brp.services import register_extract, start_import
from cases.models import Resident, ResidentBsn, SecretAddress
from tests.architecture.house import ROOT
from tests.cases.brp.extracts import crowd
from tests.concurrency.worker_processes import _address_of_test_database
from tests.factories.brp import upload_of

TODAY = date(2026, 11, 26)
LINES, MOST_MEGABYTES, PATIENCE = 100_000, 200, 600
KEYS = {
    "SECRET_KEY": secrets.token_urlsafe(48),
    "AUDIT_KEY": secrets.token_urlsafe(48),
    "INDEX_KEY": secrets.token_urlsafe(48),
    "DATA_KEY": base64.b64encode(secrets.token_bytes(32)).decode(),
}
"""Keys of a real installation, the same for every process here; those of the tests are refused."""
PEAK = """
def peak():
    # of this program only: getrusage also counts the process that started it
    with open("/proc/self/status") as status:
        kilobytes = next(line.split()[1] for line in status if line.startswith("VmHWM"))
    return int(kilobytes) // 1024
"""
MEASURED = f"""{PEAK}
import sys
from django.core.management import execute_from_command_line
try:
    execute_from_command_line(["manage.py", "import_residents", *sys.argv[1:]])
finally:
    print("peak", peak())
"""
WORKER = f"""{PEAK}
from wijkteams.celery import app
import django
django.setup()
from cases.brp.tasks import work_on_extracts
assert work_on_extracts() == 1
print("peak", peak())
"""


def peak_of(act):
    """The most memory in use during an act, in bytes, above what was there.

    What was there is set apart: garbage would be left lying longer the more modules are loaded.
    """
    gc.collect()
    gc.freeze()
    gc.collect()
    tracemalloc.start()
    try:
        act()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        gc.unfreeze()


def test_the_check_keeps_a_number_per_line_and_not_the_line():
    file = io.BytesIO(b"".join(crowd(5_000, faulty_every=50)))

    assert peak_of(lambda: check_file(file, today=TODAY)) < 2_000_000


@pytest.mark.django_db
def test_twice_as_many_lines_do_not_take_more_memory(monkeypatch):
    monkeypatch.setattr("cases.brp.services.importing.BATCH", 50)

    def peak(size, start):
        lines = list(crowd(start + size))
        file = io.BytesIO(b"".join([lines[0], *lines[start + 1 :]]))
        act = {"file": file, "faulty": frozenset(), "today": TODAY, "by": None}
        return peak_of(lambda: register_extract(**act))

    peak(50, 0)  # what is made once: imports, plans of queries
    assert peak(800, 1_000) < 1.5 * peak(200, 3_000)


@pytest.fixture
def city(tmp_path):
    """A file of a hundred thousand people of whom two in a hundred are wrong."""
    file = tmp_path / "stad.csv"
    with file.open("wb") as out:
        out.writelines(crowd(LINES, faulty_every=50))
    return file


def start(file, out):
    """The command in a process of its own, on the database of the tests."""
    facts = connection.settings_dict
    address = f"postgres://{facts['USER']}:{facts['PASSWORD']}@{facts['HOST']}:{facts['PORT']}"
    return subprocess.Popen(
        [sys.executable, "-c", MEASURED, str(file), "--skip-faulty"],
        cwd=ROOT,
        env={**os.environ, **KEYS, "DATABASE_URL": f"{address}/{facts['NAME']}"},
        stdout=out,
        stderr=out,
        text=True,
    )


def run(file, folder):
    """What it said from the beginning to the end."""
    said = folder / "said.txt"
    with said.open("w") as out:
        assert start(file, out).wait(PATIENCE) == 0, said.read_text()[-2000:]
    return said.read_text()


@pytest.mark.soak
@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_city_is_read_in_whole_or_not_at_all_and_a_second_time_changes_nothing(city, tmp_path):
    _killed_halfway(city, tmp_path)
    assert not Resident.objects.exists()
    assert not AuditEvent.objects.exists()

    said = run(city, tmp_path)

    assert "98000 nieuw, 0 gewijzigd, 0 ongewijzigd, 2000 overgeslagen." in said
    assert len(re.findall(r"^Regel \d+, ", said, re.MULTILINE)) == LINES // 50
    assert int(re.search(r"peak (\d+)", said)[1]) <= MOST_MEGABYTES
    assert ResidentBsn.objects.count() == Resident.objects.count() == 98_000
    assert SecretAddress.objects.count() == LINES // 50
    lines = AuditEvent.objects.count()

    again = run(city, tmp_path)

    assert "0 nieuw, 0 gewijzigd, 98000 ongewijzigd, 2000 overgeslagen." in again
    assert int(re.search(r"peak (\d+)", again)[1]) <= MOST_MEGABYTES
    assert AuditEvent.objects.count() == lines + 1


def _killed_halfway(city, tmp_path):
    said = tmp_path / "killed.txt"
    with said.open("w") as out:
        process = start(city, out)
        deadline = time.monotonic() + PATIENCE
        while "Inlezen: 40 %" not in said.read_text():
            assert time.monotonic() < deadline, said.read_text()[-2000:]
            assert process.poll() is None, said.read_text()[-2000:]
            time.sleep(0.2)
        process.send_signal(signal.SIGKILL)
        process.wait(PATIENCE)


@pytest.mark.soak
@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_city_from_the_screen_goes_through_the_worker_in_200_megabytes(
    city, cast, upload_dir, tmp_path, capfd
):
    """Check and import as the task does them, each in a process of its own (UT-7)."""
    for again in range(2):
        upload = upload_of(cast.city_hall_team, city.read_bytes())
        figures = [_worker(upload_dir, tmp_path)]
        upload.refresh_from_db()
        said = (tmp_path / "worker.txt").read_text()
        assert (upload.state, upload.lines, upload.faulty) == ("checked", LINES, LINES // 50), (
            upload.refusal,
            said[-2000:],
        )
        assert upload.faults.count() == LINES // 50
        rights = {"version": upload.version, "skip_faulty": True, "by": cast.city_hall_team}
        start_import(upload_id=upload.pk, **rights)
        figures.append(_worker(upload_dir, tmp_path))

        upload.refresh_from_db()
        assert upload.state == "done"
        assert Resident.objects.count() == ResidentBsn.objects.count() == 98_000
        assert SecretAddress.objects.count() == LINES // 50
        with capfd.disabled():
            sys.stderr.write(f"\nround {again + 1}: MB and seconds {figures}\n")
        assert max(peak for peak, _seconds in figures) <= MOST_MEGABYTES
    assert AuditEvent.objects.filter(code="resident.created").count() == 98_000
    assert not AuditEvent.objects.filter(code="resident.changed").exists()


def _worker(upload_dir, folder):
    """One ring of the bell in a process of its own: how many megabytes, and how many seconds."""
    said, begin = folder / "worker.txt", time.monotonic()
    with said.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-c", WORKER],
            cwd=ROOT,
            env={
                **os.environ,
                **KEYS,
                "DATA_KEY": settings.DATA_KEY,
                "INDEX_KEY": settings.INDEX_KEY,
                "DATABASE_URL": _address_of_test_database(),
                "UPLOAD_DIR": str(upload_dir),
            },
            stdout=out,
            stderr=out,
        )
        assert process.wait(PATIENCE) == 0, said.read_text()[-2000:]
    peak = int(re.search(r"peak (\d+)", said.read_text())[1])
    return peak, round(time.monotonic() - begin)
