"""Pages of the site as an author names them: by what the browser shows behind the site's address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from mcsite.diagnostics import Misread

_EVENT = re.compile(r"(?:^|/)(events/[a-z0-9_-]+(?:/\d{4}-\d\d-\d\d(?:-\d{4})?)?)/?$", re.ASCII)


def page(text: str) -> str:
    """The address of the page of an event or a session below the site's root: ``events/swap/2026-02-24/``. Raises ``Misread`` E905."""
    try:
        found = _EVENT.search(urlsplit(text.strip()).path)
    except ValueError:
        found = None
    if not found:
        message = f"'{text}' is not the page of an event or a session"
        raise Misread("E905", message, "write its address behind the site's own, for example events/old-name/ or events/old-name/2026-02-24/")
    return f"{found[1]}/"
