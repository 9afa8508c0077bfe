"""From a site in its main language to the same in all its languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from mcsite.content.links import Index
from mcsite.content.lookup import Named
from mcsite.diagnostics import Diagnostic, Span
from mcsite.ledger.renditions import Rendered, in_language, remembering, render
from mcsite.ledger.retelling import retold
from mcsite.model.ledger import Ledger
from mcsite.model.settings import SiteLanguage
from mcsite.model.site import Edition, Site
from mcsite.source.document import Document
from mcsite.source.files import SourceFile
from mcsite.source.nearest import nearest


@dataclass(frozen=True, slots=True)
class Translations:
    """The files that translate others, by language: of what is published, and of what is not published yet."""

    shown: Mapping[str, tuple[Document, ...]]
    held: tuple[Document, ...] = ()

    @property
    def documents(self) -> Iterator[Document]:
        """Those of what is published, of all languages."""
        return (document for documents in self.shown.values() for document in documents)


def translations_of(files: Iterable[SourceFile], originals: Iterable[SourceFile], shown: Mapping[Named, Document], notes: list[Diagnostic]) -> Translations:
    """The translations that can be read. E260 for one of a file that is not there."""
    if not (waiting := tuple(files)):
        return Translations({})
    from mcsite.content.wordings import documents_of  # noqa: PLC0415 - forms take a while to come in: only where there is a translation

    known = {(file.kind, file.slug) for file in originals}
    found: dict[str, tuple[Document, ...]] = {}
    held: list[Document] = []
    for file in waiting:
        if (file.kind, file.slug) not in known:
            notes.append(_of_nothing(file, known))
            continue
        for document in documents_of((file,), notes):
            if (file.kind, file.slug) in shown:
                found[file.language] = (*found.get(file.language, ()), document)
            else:
                held.append(document)
    return Translations(found, tuple(held))


def in_all_languages(main: Edition, translations: Translations, originals: Mapping[Named, Document], index: Index, notes: list[Diagnostic]) -> Edition:
    """The edition with those of the other languages, as its settings name them; of a site in one language, itself."""
    if not main.site.settings.languages[1:]:
        return main
    from mcsite.content.translating import translated  # noqa: PLC0415 - the same
    from mcsite.content.wordings import wordings_of  # noqa: PLC0415 - the same

    made = []
    for language in main.site.settings.languages[1:]:
        wordings = wordings_of(translations.shown.get(language.code, ()), originals, index, notes)
        site = translated(main.site, language, wordings, notes)
        made.append((language, site, render(site.sessions, site.settings, main.previous, main.now)))
    ledger = remembering(main.ledger, (rendered for *_, rendered in made))
    return replace(main, ledger=ledger, translations=tuple(_edition(main, ledger, *each) for each in made))


def _edition(main: Edition, ledger: Ledger, language: SiteLanguage, site: Site, rendered: Rendered) -> Edition:
    site = replace(site, sessions=rendered.sessions)
    return replace(main, site=site, ledger=retold(in_language(ledger, language), main.site, site), previous=in_language(main.previous, language))


def _of_nothing(file: SourceFile, known: Iterable[Named]) -> Diagnostic:
    meant = nearest(file.slug, [slug for kind, slug in known if kind == file.kind])
    name = f"{file.slug}.md"
    help_ = f"did you mean {meant}.{file.language}.md?" if meant else f"write {name} first: the facts stand there"
    return Diagnostic(Span(file.path), "E260", f"this translates {name}, and there is no such file", help_)
