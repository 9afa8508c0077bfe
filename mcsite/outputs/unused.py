"""Files of ``assets/`` that lie there and that nothing speaks of."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator

from mcsite.diagnostics import Diagnostic, Span
from mcsite.model.library import AssetFile
from mcsite.model.site import Site
from mcsite.model.uses import ASSETS, leaves_of
from mcsite.render.fonts import fonts_of
from mcsite.render.theme import Theme

NAMED = 3
"""At most so many files of a folder are named."""


def unused(site: Site, theme: Theme) -> Iterator[Diagnostic]:
    """W405, once for each folder: files that no page shows or links to, no entry of the library lists, and no theme names."""
    folders: dict[str, list[AssetFile]] = defaultdict(list)
    for file in _unspoken(site, theme):
        folders[posixpath.dirname(file.path)].append(file)
    for folder, files in sorted(folders.items()):
        names = ", ".join(posixpath.basename(file.path) for file in files[:NAMED])
        more = f" and {len(files) - NAMED} more" if len(files) > NAMED else ""
        message = f"nothing uses {names}{more} in {folder}/"
        yield Diagnostic(Span(files[0].path), "W405", message, "list it under 'files:' of a library entry, link to it, or delete it")


def _unspoken(site: Site, theme: Theme) -> list[AssetFile]:
    used = {path for leaf in leaves_of(site) for path in leaf.files}
    used |= {file.path for entry in site.library for file in entry.files} | {file.path for file in fonts_of(site).own}
    doubtful = [file for file in site.assets if file.path not in used]
    texts = "\n".join(_texts(site, theme)) if doubtful else ""
    return [file for file in doubtful if file.path.removeprefix(ASSETS) not in texts]


def _texts(site: Site, theme: Theme) -> Iterator[str]:
    """What may name a file in a way that is nobody's reference: HTML in a text, a theme."""
    yield from (text.source for leaf in leaves_of(site) for text in leaf.texts)
    yield from (text for _, text in theme.texts.values())
    yield from (text for _, _, text in theme.prints.texts)
