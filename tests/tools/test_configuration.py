import pytest

from tools.configuration import read_configuration, read_env_file
from tools.trouble import Trouble


def test_env_file_is_read_with_comments_quotes_and_export(tmp_path):
    path = tmp_path / ".env"
    path.write_text("# keys\n\nA=1\nexport B='two words'\nC=\"x=y\"\nD=\n")

    assert read_env_file(path) == {"A": "1", "B": "two words", "C": "x=y", "D": ""}


def test_env_file_may_be_absent(tmp_path):
    assert read_env_file(tmp_path / ".env") == {}


def test_configuration_without_anything_is_a_demo_on_port_8000(tmp_path):
    here = read_configuration(tmp_path, {})

    assert (here.port, here.data_dir) == (8000, tmp_path / "var")
    assert here.environment["DEMO"] == "True"
    assert here.environment["SITE_URL"] == "http://127.0.0.1:8000"
    assert here.environment["DATA_DIR"] == str(tmp_path / "var")


def test_real_variables_win_over_the_env_file_and_both_over_the_demo(tmp_path):
    (tmp_path / ".env").write_text("PORT=8100\nSWEEP_SECONDS=5\nDATA_DIR=elsewhere\n")

    here = read_configuration(tmp_path, {"PORT": "8200"})

    assert here.port == 8200
    assert here.environment["SWEEP_SECONDS"] == "5"
    assert here.data_dir == tmp_path / "elsewhere"


def test_empty_variables_count_as_not_given(tmp_path):
    here = read_configuration(tmp_path, {"PORT": "", "DATA_DIR": ""})

    assert (here.port, here.data_dir) == (8000, tmp_path / "var")


def test_an_unknown_port_is_trouble(tmp_path):
    with pytest.raises(Trouble, match="PORT is 'acht'"):
        read_configuration(tmp_path, {"PORT": "acht"})
