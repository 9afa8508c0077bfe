"""The time zone that a computer is set to."""

import pytest

from mcsite.commands import system_zone as module
from mcsite.commands.system_zone import system_zone


@pytest.fixture(autouse=True)
def _on_a_unix(monkeypatch):
    monkeypatch.setattr(module.sys, "platform", "linux")
    monkeypatch.delenv("TZ", raising=False)


@pytest.mark.parametrize("said", ["Europe/Lisbon", ":Europe/Lisbon", "/usr/share/zoneinfo/Europe/Lisbon"])
def test_the_environment_says_it(monkeypatch, said):
    monkeypatch.setenv("TZ", said)
    assert system_zone() == "Europe/Lisbon"


def test_the_system_s_link_says_it(monkeypatch, tmp_path):
    (tmp_path / "localtime").symlink_to("/var/db/timezone/zoneinfo/America/Argentina/Ushuaia")
    monkeypatch.setattr(module, "LOCALTIME", tmp_path / "localtime")
    assert system_zone() == "America/Argentina/Ushuaia"


def test_a_system_without_a_name_for_it_says_nothing(monkeypatch, tmp_path):
    (tmp_path / "localtime").write_bytes(b"TZif2")
    for place in ("localtime", "nowhere"):
        monkeypatch.setattr(module, "LOCALTIME", tmp_path / place)
        assert system_zone() == ""
