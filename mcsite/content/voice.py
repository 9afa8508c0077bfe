"""How one thing speaks in another language: with the words that were translated for it, or else with its own, marked as foreign."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mcsite.content.forms import TranslationForm
from mcsite.content.wordings import Wording
from mcsite.model.filling import Filling
from mcsite.model.foreign import Foreign
from mcsite.model.origin import Origin
from mcsite.model.prose import Picture, Prose
from mcsite.model.schedule import Days
from mcsite.model.settings import SiteLanguage
from mcsite.model.signup import Signup


@dataclass(frozen=True, slots=True)
class Voice:
    """``own`` are the words of the thing, ``of_site`` those that hold for all; ``main`` is the language of what nobody translated."""

    language: SiteLanguage
    main: str
    own: Wording
    of_site: Wording

    @property
    def form(self) -> TranslationForm:
        """What the translation says field by field."""
        return self.own.form

    @property
    def body(self) -> Prose:
        """Its text."""
        return self.own.body

    @property
    def takeaway(self) -> Prose:
        """What it has people take home."""
        return self.own.takeaway

    @property
    def origin(self) -> Origin | None:
        """Its file, if there is one."""
        return self.own.origin

    def text(self, translated: str, original: str) -> str:
        """A text for which the translation has a field."""
        return translated or (Foreign(original, self.main) if original else "")

    def word(self, original: str) -> str:
        """A short text for which it has none."""
        return self.text(self._known(original), original)

    def name(self, original: str) -> str:
        """The same for a name: untranslated, it is the name in this language too."""
        return self._known(original) or original

    def words(self, originals: Iterable[str]) -> tuple[str, ...]:
        """Several of them."""
        return tuple(self.word(original) for original in originals)

    def pairs(self, originals: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        """Facts with their labels."""
        return tuple((self.word(label), self.word(fact)) for label, fact in originals)

    def days(self, original: Days) -> Days:
        """Days with the reason for them."""
        return replace(original, reason=self.word(original.reason))

    def prose(self, translated: Prose, original: Prose) -> Prose:
        """A text of its own."""
        if translated or not original:
            return replace(translated, folder=self.language.folder)
        return replace(original, folder=self.language.folder, language=self.main)

    def filling(self, original: Filling | None) -> Filling | None:
        """The same template, with its text in this language."""
        if original is None:
            return None
        text = self.own.template or original.text
        return replace(original, text=text and replace(text, folder=self.language.folder))

    def picture(self, original: Picture | None) -> Picture | None:
        """The same picture, in other words."""
        return original and replace(original, alt=self.form.image_alt or self._known(original.alt) or original.alt)

    def signup(self, original: Signup | None) -> Signup | None:
        """The same way to sign up, asked in other words."""
        if original is None:
            return None
        questions = tuple(replace(question, label=self.word(question.label)) for question in original.questions)
        return replace(original, questions=questions, consent=self.word(original.consent))

    def _known(self, text: str) -> str:
        return (self.own.word_for(text) or self.of_site.word_for(text)) if text else ""
