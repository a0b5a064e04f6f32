"""Keys, stamps and steps: what lets a second start be short and still be right."""

import io
import stat

import pytest

from tools.demo_keys import demo_keys
from tools.stamps import fingerprint, is_current, write_stamp
from tools.steps import Steps
from tools.trouble import Trouble


def test_demo_keys_are_made_once_and_kept_private(tmp_path):
    first = demo_keys(tmp_path)

    assert demo_keys(tmp_path) == first
    assert set(first) == {"SECRET_KEY", "AUDIT_KEY", "DATA_KEY", "INDEX_KEY"}
    assert len(set(first.values())) == 4
    assert stat.S_IMODE((tmp_path / "demo.env").stat().st_mode) == 0o600


def test_a_demo_of_an_older_version_gets_the_key_it_lacks_and_keeps_the_others(tmp_path):
    first = demo_keys(tmp_path)
    older = {name: key for name, key in first.items() if name != "INDEX_KEY"}
    (tmp_path / "demo.env").write_text("".join(f"{name}={key}\n" for name, key in older.items()))

    later = demo_keys(tmp_path)

    assert {name: later[name] for name in older} == older
    assert later["INDEX_KEY"]
    assert later["INDEX_KEY"] != first["INDEX_KEY"]
    assert demo_keys(tmp_path) == later


def test_demo_keys_of_two_folders_differ(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()

    assert demo_keys(tmp_path / "a") != demo_keys(tmp_path / "b")


def test_fingerprint_changes_with_content_name_and_extra(tmp_path):
    (tmp_path / "a.css").write_text("one")
    before = fingerprint([tmp_path], "x")

    assert fingerprint([tmp_path], "x") == before
    assert fingerprint([tmp_path], "y") != before
    (tmp_path / "a.css").write_text("two")
    assert fingerprint([tmp_path], "x") != before
    (tmp_path / "a.css").write_text("one")
    (tmp_path / "a.css").rename(tmp_path / "b.css")
    assert fingerprint([tmp_path], "x") != before


def test_a_stamp_is_current_only_for_its_own_input(tmp_path):
    stamp = tmp_path / "deep" / "stamp"

    assert not is_current(stamp, "1")
    write_stamp(stamp, "1")
    assert is_current(stamp, "1")
    assert not is_current(stamp, "2")


def test_steps_show_number_name_and_seconds():
    out = io.StringIO()
    steps = Steps(3, first=2, out=out)

    with steps.step("Voorkant"):
        pass

    assert out.getvalue() == "2/3 Voorkant … 0 s\n"


def test_a_step_that_fails_says_so_and_passes_the_trouble_on():
    out = io.StringIO()

    with pytest.raises(Trouble), Steps(1, out=out).step("Sleutels"):
        raise Trouble("stuk")

    assert out.getvalue() == "1/1 Sleutels … mislukt\n"
