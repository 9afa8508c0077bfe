"""From what an editor wrote between the brackets to an address of the site: every link and picture of a text, resolved and checked."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote

from mcsite.content.pictures import picture_of
from mcsite.content.targets import ALSO_CALLED, GATHERED, Index, address_of, has_page
from mcsite.diagnostics import Diagnostic, Misread, Severity, Span
from mcsite.model import addresses
from mcsite.model.prose import Picture, Prose
from mcsite.render.finishing import RESERVED
from mcsite.render.prose import anchors, to_html
from mcsite.source.addresses import any_link, scheme
from mcsite.source.document import Document
from mcsite.source.embeds import embeds
from mcsite.source.fences import fences
from mcsite.source.limits import excesses
from mcsite.source.nearest import did_you_mean, nearest
from mcsite.source.references import KINDS, Reference, references
from mcsite.source.slugs import slug_of

__all__ = ["Index", "address_named", "resolve", "resolve_text"]

_LIKE_AN_ADDRESS = re.compile(
    r"(?:https?[:/]*/+(?P<slashed>))?(?P<rest>(?:[\w-]+\.)+(?(slashed)[a-z]{2,}|(?:com|org|net|info|uk|eu|de|fr|io|co|us|ca|au))(?:/.*)?)", re.IGNORECASE
)
"""An address of the web that lacks its beginning."""

Notes = tuple[Diagnostic, ...]


def resolve(document: Document, index: Index) -> tuple[Prose, Notes]:
    """The body with its links and pictures, and what is wrong with them. A body that cannot be rendered is left out."""
    return _Resolver(document, index).prose(document.body, document.origin.body_line)


def resolve_text(text: str, document: Document, index: Index, span: Span) -> tuple[Prose, Notes]:
    """The same for Markdown in a field of the document; all that is wrong with it is placed at ``span``."""
    prose, notes = _Resolver(replace(document, body=text), index).prose(text, 1)
    return prose, tuple(dict.fromkeys(replace(note, span=span) for note in notes))


def address_named(written: str, document: Document, index: Index) -> str:
    """What a field of the document names, as an address below the site's root, or as a full one of another site. Raises ``Misread``."""
    address = _Resolver(document, index).leads_to(written)
    return any_link(written) if address is None else address


@dataclass(frozen=True, slots=True)
class _Resolver:
    """Resolves the references of one text, as seen from the file it stands in."""

    document: Document
    index: Index

    def prose(self, body: str, first_line: int) -> tuple[Prose, Notes]:
        notes = [*excesses(body, self.document.path, first_line)]
        if notes:
            return Prose(), tuple(notes)
        links: dict[str, str] = {}
        pictures: dict[str, Picture] = {}
        for reference in references(body, first_line):
            try:
                self._take(reference, links, pictures)
            except Misread as wrong:
                notes.append(wrong.at(Span(self.document.path, reference.line, reference.column, reference.length)))
        notes += _open_fences(body, self.document.path, first_line)
        notes += _left_out(body, self.document.path, first_line)
        prose = Prose(body, tuple(sorted(links.items())), tuple(sorted(pictures.items())))
        sound = all(note.severity is not Severity.ERROR for note in notes)
        return prose, (*notes, *(_unreadable(prose, self.document.path, first_line) if sound else ()))

    def _take(self, reference: Reference, links: dict[str, str], pictures: dict[str, Picture]) -> None:
        written = reference.target
        if reference.kind == "picture":
            pictures.setdefault(written, picture_of(written, reference.alt, self.index))
            return
        address = self.leads_to(written)
        if address is not None:
            links[written] = address

    def leads_to(self, written: str) -> str | None:
        """The address below the site's root, or ``None`` for what already says where it leads. Raises ``Misread``."""
        found = scheme(written)
        if found in KINDS:
            name, _, anchor = unquote(written.partition(":")[2]).partition("#")
            return self._address(self._named(found, name.strip()), anchor)
        if found or written.startswith("www."):
            any_link(written)
            return None
        path, _, anchor = written.partition("#")
        path = unquote(path.partition("?")[0]).strip().replace("\\", "/")
        if path:
            return self._address(self._placed(path), anchor)
        if not anchor:
            raise Misread("E210", "this link leads nowhere", "write where it leads between the round brackets, for example (../events/swap.md)")
        _check_anchor(self.document, anchor)
        return None

    def _address(self, target: Document | str, anchor: str) -> str:
        mark = f"#{anchor}" if anchor else ""
        if isinstance(target, str):
            return target + mark
        if not has_page(target):
            raise Misread("E213", f"{target.path} has no page, because it says 'public: no'", "leave the link out, and only the name in")
        if anchor:
            self.index.headings_of.add(target.path)
            _check_anchor(target, anchor)
        return address_of(target) + mark

    def _named(self, kind: str, name: str) -> Document | str:
        """What ``kind:name`` means."""
        if kind in GATHERED:
            if slug_of(name) in self.index.gathered[kind]:
                return addresses.entry(GATHERED[kind], slug_of(name))
            raise Misread("E210", f"no event has the {kind} '{name}'", did_you_mean(name, self.index.gathered[kind]))
        found = self.index.document(kind, name)
        if found is not None:
            return found
        self._refuse_held(slug_of(name), kind)
        known = [slug for other, slug in self.index.by_name if other == ALSO_CALLED.get(kind, kind)]
        raise Misread("E210", f"there is no {kind} '{name}'", did_you_mean(name, known) if known else f"'mcsite new {kind}' makes one")

    def _placed(self, path: str) -> Document | str:
        """What a path means: a file beside this one, an address of the site, or a file of ``assets/``."""
        folder = posixpath.dirname(self.document.path)
        below = "" if path.startswith("/") else folder
        place = posixpath.normpath(posixpath.join(below, path.lstrip("/")))
        plain = re.sub(r"^(?:\.{0,2}/)+", "", path)
        for candidate in (place, f"{place}.md", f"content/{plain}", f"content/{plain}.md"):
            if candidate in self.index.documents:
                return self.index.documents[candidate]
            self._refuse_held(candidate)
        for candidate in (place, plain, f"assets/{plain}"):
            if self.index.has_file(candidate):
                return candidate
        address = plain.removesuffix("index.html")
        for candidate in (address, f"{address}/"):
            if self.index.knows_address(candidate):
                return candidate
        raise self._unknown(path, place, folder)

    def _refuse_held(self, name: str, kind: str = "") -> None:
        for path, reason in self.index.held.items():
            if path == name or (kind == "event" and slug_of(posixpath.basename(path)[:-3]) == name):
                raise Misread("E212", f"{path} is not published yet: {reason}", "leave the link out until it is, or publish it")

    def _unknown(self, path: str, place: str, folder: str) -> Misread:
        """Nothing is there; the nearest thing is proposed in the way in which it would be written here."""
        known = sorted({*self.index.documents, *self.index.assets})
        beside = [other for other in known if posixpath.dirname(other) == posixpath.dirname(place)]
        elsewhere = [other for other in known if posixpath.basename(other) == posixpath.basename(place)]
        if found := _LIKE_AN_ADDRESS.fullmatch(path):
            return Misread("E210", f"there is no '{path}' to link to", f"did you mean https://{found['rest']}?")
        full = nearest(place, elsewhere) or _nearest_by_name(place, beside) or _nearest_by_name(place, known)
        proposal = f"did you mean {posixpath.relpath(full, folder)}?" if full else "write the way to a file, such as ../events/swap.md, or event:swap"
        return Misread("E210", f"there is no '{path}' to link to", proposal)


def _nearest_by_name(path: str, known: list[str]) -> str | None:
    """The file with the name that looks most alike, whatever its folder and its ending."""
    by_name = {_stem(other): other for other in known}
    near = nearest(_stem(path), by_name)
    return by_name[near] if near else None


def _stem(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path))[0]


def _check_anchor(document: Document, anchor: str) -> None:
    known = anchors(document.body)
    if unquote(anchor) not in known and anchor not in RESERVED:
        where = f"no heading of {document.path} is called" if known else f"{document.path} has no headings, so none is called"
        raise Misread("E211", f"{where} '#{anchor}'", did_you_mean(anchor, known) if known else "leave out the part from # on")


def _open_fences(body: str, path: str, first_line: int) -> Iterator[Diagnostic]:
    for fence in fences(body.split("\n")):
        if not fence.closed:
            span = Span(path, first_line + fence.first, fence.indent + 1, 3)
            yield Diagnostic(
                span, "W210", "here begins a part that is shown as typed, and nothing ends it", "write the same three signs on a line of their own below it"
            )


def _left_out(body: str, path: str, first_line: int) -> Iterator[Diagnostic]:
    for embed in embeds(body, first_line):
        help_ = f"write a link instead: [words]({embed.address})" if embed.address else "say it in words, with a link or a picture"
        message = f"<{embed.name}> is left out: pages hold text, pictures and links, and load nothing from elsewhere"
        yield Diagnostic(Span(path, embed.line, embed.column, len(embed.name) + 1), "W211", message, help_)


def _unreadable(prose: Prose, path: str, first_line: int) -> Notes:
    """Text with raw HTML is rendered once beforehand: Python-Markdown's reader of HTML has failed on some (CVE-2025-69534)."""
    if "<" not in prose.source:
        return ()
    try:
        to_html(prose, "/")
    except Exception as failure:  # noqa: BLE001 - whatever a library fails with, it is this text that must change, and the others can be shown
        reason = type(failure).__name__
        return (Diagnostic(Span(path, first_line, 0), "E241", f"this text holds HTML that cannot be read ({reason})", "write it without signs < and >"),)
    return ()
