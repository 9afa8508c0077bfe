"""Reads files such as ``events/stretch.de.md``: what another file says, in another language.

They hold words and nothing else. A fact (a date, a price, a place) is said once, in the file that they translate, so that two languages
cannot disagree; one that stands in a translation is a mistake (E263).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from mcsite.content import remembered_documents
from mcsite.content.forms import FORMS, TRANSLATION, LibraryForm, TranslationForm
from mcsite.content.links import Index, resolve, resolve_text
from mcsite.content.lookup import Named, plain_title
from mcsite.content.reading import Reading
from mcsite.content.remembered_documents import DocumentRead
from mcsite.content.templates import Templates
from mcsite.diagnostics import Diagnostic
from mcsite.model.filling import TextTemplate
from mcsite.model.origin import Origin
from mcsite.model.prose import Prose
from mcsite.source.document import Document
from mcsite.source.files import SourceFile
from mcsite.source.form import fill, keys_of
from mcsite.source.frontmatter import read
from mcsite.source.placeholders import has_placeholders
from mcsite.source.spelling import respelt

TITLED = ("event", "workshop", "page", "library")
"""Kinds of which a translation needs a title; those of the others are names."""
_WORDS = "words"


@dataclass(frozen=True, slots=True)
class Wording:
    """What a thing is called and said to be in one language. What is empty was not translated. ``template``: its text, if that is one.

    ``used`` grows by the entries of ``words`` that something in the thing is called by.
    """

    form: TranslationForm = field(default_factory=TranslationForm)
    body: Prose = field(default_factory=Prose)
    takeaway: Prose = field(default_factory=Prose)
    template: TextTemplate | None = None
    origin: Origin | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def word_for(self, text: str) -> str:
        """What stands for a short text, however wide its blanks and large its letters are; empty if nothing does."""
        key = plain_title(text)
        self.used.add(key)
        return self.words.get(key, "")

    def unused(self) -> Iterator[Diagnostic]:
        """W265 for each entry that is not found in the thing any more."""
        for text, _ in self.form.words:
            if self.origin and plain_title(text) not in self.used:
                message = f"nothing says '{text}', so this translates nothing"
                yield Diagnostic(self.origin.key(_WORDS, text), "W265", message, "write the text as the other file has it now, or delete this line")


def documents_of(files: Iterable[SourceFile], notes: list[Diagnostic]) -> tuple[Document, ...]:
    """The translations that can be read, by their languages' files."""
    documents = []
    for document, wrong in remembered_documents.documents_of(tuple(files), _document):
        notes += wrong
        if document is not None:
            documents.append(document)
    return tuple(documents)


def wordings_of(documents: Collection[Document], originals: Mapping[Named, Document], index: Index, notes: list[Diagnostic]) -> dict[Named, Wording]:
    """What the translations of one language say, by what they are about. ``originals`` are the files that they may be of."""
    translated = [document for document in documents if (document.kind, document.slug) in originals]
    index = _in_this_language(index, translated, originals)
    found = {}
    for document in translated:
        wording = _wording(document, originals[document.kind, document.slug], index, notes)
        if wording is not None:
            found[document.kind, document.slug] = wording
    return found


def _document(file: SourceFile) -> DocumentRead:
    result = read(file)
    return (respelt(result.document, keys_of(TranslationForm), TranslationForm.spellings) if result.document else None), result.diagnostics


def _in_this_language(index: Index, translated: Iterable[Document], originals: Mapping[Named, Document]) -> Index:
    """Where links lead from a translation: to other pages in its language, with the headings that those have there."""
    documents = dict(index.documents)
    for document in translated:
        original = originals[document.kind, document.slug]
        here = replace(original, body=document.body or original.body)
        documents |= {original.path: here, document.path: here}
    return replace(index, documents=documents)


def _wording(document: Document, original: Document, index: Index, notes: list[Diagnostic]) -> Wording | None:
    words_only, wrong = _without_facts(document, original)
    filled = fill(TranslationForm, words_only)
    wrong += filled.diagnostics
    template = _template(document, original, index, notes)
    body, of_body = (Prose(), ()) if template else resolve(document, index)
    notes += (*wrong, *of_body)
    if filled.form is None:
        return None
    if document.kind in TITLED and not filled.form.title:
        notes.append(
            Diagnostic(document.origin.span(), "E701", "there is no 'title', and one is needed", f"add a line like: title: {original.fields['title']}")
        )
    takeaway, of_field = resolve_text(filled.form.takeaway, document, index, document.origin.span("takeaway"))
    notes += of_field
    words = {plain_title(text): said for text, said in filled.form.words}
    return Wording(filled.form, body, takeaway, template, filled.document.origin, words)


def _template(document: Document, original: Document, index: Index, notes: list[Diagnostic]) -> TextTemplate | None:
    """The text of an entry of the library that is filled in, in this language."""
    form = fill(LibraryForm, original).form if document.kind == "library" and has_placeholders(document.body) else None
    return Templates(form, document, document.origin, Reading(index, notes)).text() if form and form.fill else None


def _without_facts(document: Document, original: Document) -> tuple[Document, list[Diagnostic]]:
    """The document with its words alone, and what is wrong with the rest of it."""
    main = FORMS[document.kind]
    spelt = respelt(document, keys_of(main), main.spellings)
    allowed = {key for key in keys_of(TranslationForm) if key in keys_of(main)} | {_WORDS}
    stray = [key for key in spelt.fields if key not in allowed and key in {*keys_of(main), *keys_of(TranslationForm)}]
    wrong = [_stray(spelt.origin, key, original, allowed, is_fact=key in keys_of(main)) for key in stray]
    return replace(spelt, fields={key: value for key, value in spelt.fields.items() if key not in stray}), wrong


def _stray(origin: Origin, key: str, original: Document, allowed: Collection[str], *, is_fact: bool) -> Diagnostic:
    known = ", ".join(name for name in keys_of(TranslationForm) if name in allowed)
    if is_fact:
        message = f"'{key}' is no word to be translated: it stands in {original.path} alone, and holds for all languages"
        return Diagnostic(origin.key(key), "E263", message, f"delete it here; a {TRANSLATION} has: {known}")
    return Diagnostic(origin.key(key), "E700", f"there is no field '{key}' here", f"fields known here: {known}")
