"""Prose as HTML and as plain text: pure functions of the Markdown, its resolved links, and where it is to stand.

What was rendered before is remembered by content, so that an unchanged text costs no more than a look-up, and
Python-Markdown is not even imported.
"""

from __future__ import annotations

import re
from hashlib import blake2b

from mcsite.memo import remember
from mcsite.model.addresses import below
from mcsite.model.prose import Picture, Prose
from mcsite.render.placing import Marks, marks_for, placed
from mcsite.render.plain import plain_text
from mcsite.render.typography import marks_of

_OWN_TAGS = re.compile("<[/A-Za-z]")
"""HTML of the author's own; what Markdown makes is well nested by itself."""


def to_html(prose: Prose, base: str, shift: int = 0, prefix: str = "", language: str = "en") -> str:
    """Safe HTML for a page.

    ``base`` is what addresses of this site begin with (``/moves/``, or the whole of ``base_url`` for feeds). The highest
    heading becomes ``<h2>``, or as much deeper as ``shift`` says. ``prefix`` goes before every anchor; the second text of
    a page needs one. ``language`` decides how quotations are marked, unless the prose says that it is in another one.
    """
    if not prose:
        return ""
    language = prose.language or language
    marks = marks_for(prose.source)
    key = repr((prose.source, prose.links, prose.pictures, prose.folder, shift, prefix, marks_of(language)))
    html = remember("prose.html", _bytes(key), lambda: _bytes(_rendered(prose, marks, shift, prefix, language))).decode("utf-8", "surrogatepass")
    return placed(html, marks, base, prose.folder)


def to_text(prose: Prose, base_url: str, language: str = "en") -> str:
    """The same prose as plain text, with full addresses."""
    if not prose:
        return ""
    key = repr((prose.source, prose.links, prose.pictures, prose.folder, base_url, prose.language or language))
    return remember("prose.text", _bytes(key), lambda: _bytes(plain_text(to_html(prose, base_url, language=language)))).decode("utf-8", "surrogatepass")


def anchors(source: str) -> tuple[str, ...]:
    """The names that ``#…`` can lead to in a Markdown text: its headings, in order."""
    return tuple(re.findall(r"<h[2-6] id=\"([^\"]+)\"", to_html(Prose(source), "/")))


def _rendered(prose: Prose, marks: Marks, shift: int, prefix: str, language: str) -> str:
    """Without the addresses of the site, which ``placed`` adds: pages and feeds want others."""
    # Python-Markdown and nh3 take 40 ms to come in: only when something must be rendered.
    from mcsite.render.cleaning import Addresses, cleaned  # noqa: PLC0415 - see above
    from mcsite.render.finishing import finished  # noqa: PLC0415 - see above
    from mcsite.render.markup import unsafe_html  # noqa: PLC0415 - see above
    from mcsite.render.nesting import well_nested  # noqa: PLC0415 - see above

    link, seen = marks.link + prose.folder, marks.picture + prose.folder
    pictures: dict[str, Picture] = {below(seen, prose.folder, picture.path): picture for _, picture in prose.pictures}
    addresses = Addresses(
        known={written: below(link, prose.folder, address) for written, address in prose.links},
        pictures={written: below(seen, prose.folder, picture.path) for written, picture in prose.pictures},
        prefix=prefix,
        notes=prefix + blake2b(_bytes(prose.source), digest_size=3).hexdigest(),
    )
    # A text may be wanted with other headings, or before its links are known: what is slow is done once.
    unsafe = remember("prose.unsafe", _bytes(prose.source), lambda: _bytes(unsafe_html(prose.source))).decode("utf-8", "surrogatepass")
    clean = cleaned(unsafe, addresses)
    return finished(well_nested(clean) if _OWN_TAGS.search(prose.source) else clean, pictures, shift, prefix, language)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
