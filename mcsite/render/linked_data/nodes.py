"""The words of schema.org as JSON-LD 1.1 (W3C), fit to stand in a page of HTML.

A *node* is a JSON object with a type. What is not known is not in it: an empty property tells a search engine less than none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from mcsite.model import addresses
from mcsite.model.prose import Picture
from mcsite.model.settings import Settings
from mcsite.render.tidy import tidy_line

Node = dict[str, object]
"""A JSON object: ``@type``, perhaps ``@id``, and properties of schema.org."""

_IN_HTML = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029")
"""What could end a ``<script>`` element, begin a comment in it, or be taken for the end of a line; all of it stands in JSON strings only."""
_NOTHING: tuple[object, ...] = (None, "", [], ())


def node(kind: str, identity: str = "", **properties: object) -> Node:
    """A node of a type of schema.org; ``identity`` is its ``@id``. Properties without a value are left out, texts are one line."""
    found: Node = {"@type": kind, "@id": identity} if identity else {"@type": kind}
    for name, value in properties.items():
        said = tidy_line(value) if isinstance(value, str) else value
        if said or said not in _NOTHING:
            found[name] = said
    return found


def document(nodes: Iterable[Node]) -> str:
    """The text of a ``<script type="application/ld+json">`` that holds these nodes; nothing in it can end that element (HTML 4.12.1.3)."""
    whole = {"@context": "https://schema.org", "@graph": list(nodes)}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    for sign, spelled in _IN_HTML:
        text = text.replace(sign, spelled)
    return text


def pictured(settings: Settings, image: Picture | None) -> list[Node]:
    """``image`` of a thing: its address, and what it shows. Its size would have to be a ``QuantitativeValue``; programs measure it."""
    return [node("ImageObject", url=addresses.absolute(settings, image.path), caption=image.alt)] if image else []
