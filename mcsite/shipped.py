"""Where the files that come with the program lie: the default theme and the explanations of the diagnostics.

Installed from a wheel they are beside this module, in ``_shipped``; in a checkout they are where they are edited.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_IN_CHECKOUT = {"themes/default": "themes/default", "bad": "tests/bad"}


def shipped(name: str) -> Path:
    """The folder of ``themes/default`` or ``bad``. Raises ``FileNotFoundError`` when the installation lacks it."""
    for folder in (_PACKAGE / "_shipped" / name, _PACKAGE.parent / _IN_CHECKOUT[name]):
        if folder.is_dir():
            return folder
    message = f"this installation of mcsite lacks its folder {name!r}; install it again"
    raise FileNotFoundError(message)
