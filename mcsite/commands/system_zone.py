"""The time zone that this computer is set to, as far as it has a name for it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from mcsite.render.words_of_time import zone_of_windows

LOCALTIME = Path("/etc/localtime")
"""On Unix a link into the zone data, whose end is the name (systemd's localtime(5); macOS does the same)."""
_FOLDER = "zoneinfo/"


def system_zone() -> str:
    """``Europe/London``, from the environment's TZ or the system's own setting; nothing where neither gives a name."""
    said = os.environ.get("TZ", "").removeprefix(":")
    if said:
        return said.rpartition(_FOLDER)[2]
    return zone_of_windows(_windows_name()) if sys.platform == "win32" else _linked(LOCALTIME)


def _linked(link: Path) -> str:
    try:
        _, folder, name = link.readlink().as_posix().rpartition(_FOLDER)
    except OSError:
        return ""
    return name if folder else ""


def _windows_name() -> str:
    """What Windows calls it, ``GMT Standard Time``."""
    if sys.platform != "win32":
        return ""
    import winreg  # noqa: PLC0415 - there is none elsewhere

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SYSTEM\CurrentControlSet\Control\TimeZoneInformation") as key:
            return str(winreg.QueryValueEx(key, "TimeZoneKeyName")[0]).partition("\0")[0]
    except OSError:
        return ""
