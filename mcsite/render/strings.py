"""The words of the interface in one language: what a theme's catalogues say for each message, which itself is in English.

A message is found by its English words, as in GNU gettext; one that nobody translated is said in English. Values stand in a
message as ``%(name)s``, a percent sign as ``%%``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from gettext import c2py

_CONTEXT = "\x04"
"""Between a context and its message in a key, as in compiled catalogues (gettext manual, "The Format of GNU MO Files")."""


def key_of(message: str, context: str = "") -> str:
    """What a message is found by; one that counts, by its singular."""
    return f"{context}{_CONTEXT}{message}" if context else message


@dataclass(frozen=True, slots=True)
class Translation:
    """What a catalogue says for one message.

    One that counts has several ``forms``, and ``plural`` is the C expression of its catalogue that picks one (gettext manual,
    "Plural forms"); of others it is empty.
    """

    key: str
    forms: tuple[str, ...]
    plural: str = ""


@dataclass(frozen=True, slots=True)
class Strings:
    """The words of one language (BCP 47). Compares by language and ``digest``, which stands for every translation."""

    language: str = "en"
    digest: str = ""
    translations: tuple[Translation, ...] = field(default=(), compare=False, repr=False)

    def say(self, message: str, **values: object) -> str:
        """A message as plain text, with its values."""
        return self.gettext(message) % values

    def plural(self, one: str, many: str, number: int, **values: object) -> str:
        """A message that counts, as plain text; ``%(number)s`` is the number."""
        return self.ngettext(one, many, number) % {"number": number, **values}

    def joined(self, parts: Iterable[str]) -> str:
        """Parts of a line with commas between them, without those that are empty."""
        return self.say(", ").join(part for part in parts if part)

    def gettext(self, message: str) -> str:
        """The translation of a message, its values still to come."""
        return self.pgettext("", message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """That of a message that counts."""
        return self.npgettext("", one, many, number)

    def pgettext(self, context: str, message: str) -> str:
        """That of a message that means different things in different places."""
        found = _by_key(self).get(key_of(message, context))
        return found.forms[0] if found else message

    def npgettext(self, context: str, one: str, many: str, number: int) -> str:
        """That of one that does both."""
        found = _by_key(self).get(key_of(one, context))
        if found is None or not found.plural:
            return one if number == 1 else many
        return found.forms[_rule(found.plural)(number)]

    def of(self, keys: Iterable[str]) -> Iterator[Translation]:
        """What is said for some messages, as far as anything is."""
        known = _by_key(self)
        return (known[key] for key in keys if key in known)


ENGLISH = Strings()
"""The messages themselves."""


@lru_cache(maxsize=16)
def _by_key(strings: Strings) -> Mapping[str, Translation]:
    return {found.key: found for found in strings.translations}


@lru_cache(maxsize=64)
def _rule(plural: str) -> Callable[[int], int]:
    """Raises ``ValueError`` when it is not such an expression."""
    rule: Callable[[int], int] = c2py(plural)
    return rule
