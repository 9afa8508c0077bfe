"""Prose that does not know yet where it will stand.

The same text is on a page, where addresses begin with ``/moves/``, and in feeds, where they begin with the whole of ``base_url``. It is
rendered once, with a mark where an address of the site begins; ``placed`` then puts there what addresses begin with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b
from html import escape

_WEB = ("http:", "https:")
_REST = r"[^\"]*\"(?: [a-z-]+=\"[^\"]*\")*"
"""Of a tag, what follows the beginning of an address."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands for the site's root where a link or a picture begins."""

    stem: str

    @property
    def link(self) -> str:
        """As ``cleaning`` writes it, which leaves an apostrophe as it is."""
        return f"{self.stem}l"

    @property
    def picture(self) -> str:
        """As ``picture_tag`` writes it, which does not."""
        return f"{self.stem}p"


def marks_for(source: str) -> Marks:
    """Marks that are not in a text, nor in what comes of it: no text holds its own digest."""
    return Marks("at" + blake2b(source.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest())


def placed(html: str, marks: Marks, base: str, folder: str) -> str:
    """HTML with addresses. ``base`` is a part of a URI, and what addresses begin with in the language of a ``folder``; see ``addresses.below``."""
    if marks.stem not in html:
        return html
    if base.startswith(_WEB):  # as ``finishing`` has it of links to the web
        html = re.sub(f' href="{marks.link}{_REST}', r'\g<0> rel="noopener"', html)
    for mark, begins in ((marks.link, escape(base, quote=False)), (marks.picture, escape(base))):
        html = html.replace(mark + folder, begins).replace(mark, begins.removesuffix(folder))
    return html
