"""Asks the published site for its ledger: the only place from which mcsite speaks to the network, and only when it is told to."""

from __future__ import annotations

import time
from http.client import HTTPException
from typing import NoReturn
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from mcsite.commands.saying import Refusal
from mcsite.ledger.document import LARGEST

PATIENCE = 10.0
"""Seconds for which an answer, or the next piece of it, may keep us waiting."""
LONGEST = 60.0
"""Seconds within which all of it must be here."""
_PIECE = 64 * 1024
_GONE = (404, 410)


def ask(address: str) -> bytes | None:
    """What is at an address of the published site, or none when there is nothing. Raises ``Refusal`` when it gives no answer.

    No more comes back than one byte beyond what a ledger may have, which is enough to see that it is too large.
    """
    try:
        return _fetched(address)
    except HTTPError as error:
        error.close()
        if error.code in _GONE:
            return None
        _refuse(address, f"it answered {error.code}")
    except URLError as error:
        _refuse(address, str(error.reason))
    except (OSError, HTTPException, ValueError) as error:
        _refuse(address, str(error) or type(error).__name__)


def _fetched(address: str) -> bytes:
    deadline = time.monotonic() + LONGEST
    pieces: list[bytes] = []
    request = Request(address, headers={"User-Agent": "mcsite", "Accept": "application/json", "Cache-Control": "no-cache"})  # noqa: S310 - the opener looks at the scheme
    with _opener(address).open(request, timeout=PATIENCE) as answer:
        while sum(map(len, pieces)) <= LARGEST and (piece := answer.read1(_PIECE)):
            pieces.append(piece)
            if time.monotonic() > deadline:
                message = f"it takes longer than {LONGEST:.0f} seconds"
                raise TimeoutError(message)
    return b"".join(pieces)[: LARGEST + 1]


def _opener(address: str) -> OpenerDirector:
    if urlsplit(address).scheme not in {"http", "https"}:
        message = "it is no address of the web"
        raise ValueError(message)
    return build_opener(_SameHost())


class _SameHost(HTTPRedirectHandler):
    """Follows a site that tidies its addresses, not one that sends us elsewhere."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913, PLR0917 - urllib's signature
        """Raises ``URLError`` for another host, and for a way back from https to http."""
        here, there = urlsplit(req.full_url), urlsplit(newurl)
        if there.hostname != here.hostname or there.scheme not in {here.scheme, "https"}:
            message = f"it sends us on to {there.scheme}://{there.netloc}"
            fp.close()
            raise URLError(message)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _refuse(address: str, why: str) -> NoReturn:
    message = (
        f"what is published cannot be asked for: {address}: {why}. Nothing was built. "
        "Try again later, or give a copy with --previous FILE; --previous none begins anew, and calendars may then show sessions twice."
    )
    raise Refusal(message) from None
