"""What a page says of words that are in another language than itself, so that they are read aloud as they should be (WCAG 2.2, 3.1.2).

Templates know nothing of it. A ``Foreign`` text shows itself between marks; when a page is done, a ``<bdi>`` that holds nothing but such a
text gets the language as its ``lang``, and all other marks are taken out: in a title or an attribute there is no place for a language.
"""

from __future__ import annotations

import re

from mcsite.model.foreign import BEGINS, ENDS, PARTS, Foreign
from mcsite.model.prose import Prose

_TAGGED = re.compile(rf"<bdi>{BEGINS}([A-Za-z0-9-]+){PARTS}([^{BEGINS}{ENDS}<]*){ENDS}(?=</bdi>)")
_MARKS = re.compile(rf"{BEGINS}[^{BEGINS}{PARTS}{ENDS}]*{PARTS}|[{BEGINS}{PARTS}{ENDS}]")
_SPOKEN = ("title", "summary", "body", "takeaway", "directions", "role")
"""Where a thing that has a page may say something in another language than the page does."""


def marked(html: str) -> str:
    """A page without marks, and with the languages that they tell."""
    return _MARKS.sub("", _TAGGED.sub(r'<bdi lang="\1">\2', html)) if BEGINS in html else html


def in_its_language(html: str, language: str) -> str:
    """A text of the page, as one that is in another language if one is named."""
    return f'<div class="prose" lang="{language}" dir="auto">\n{html}\n</div>' if language and html else html


def foreign(thing: object) -> str:
    """The other language in which some of the words of a thing are; empty if they are all in that of the page."""
    said = (thing, *(getattr(thing, name, None) for name in _SPOKEN))
    return next((each.language for each in said if isinstance(each, Foreign | Prose) and each.language), "")
