"""Texts that stand in another language than the pages they are on: what nobody has translated yet."""

from __future__ import annotations

from html import escape
from typing import Self

BEGINS, PARTS, ENDS = "\ufdd0", "\ufdd1", "\ufdd2"
"""Around the language and the text where a template shows one. Noncharacters: Unicode keeps them for a program's own use (23.7)."""


class Foreign(str):
    """A text, and its ``language`` (BCP 47).

    To whoever does not ask it is an ordinary text, so that it may stand wherever one does: a page says of it what language it is in (WCAG
    2.2, 3.1.2), and a calendar need not know. ``__html__``, which template engines ask for, is the text between marks that
    ``render.tongues`` turns into an attribute, where there can be one.
    """

    __slots__ = ("language",)

    language: str

    def __new__(cls, text: str, language: str) -> Self:
        """``text`` in a ``language``."""
        made = super().__new__(cls, text)
        made.language = language
        return made

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]  # a text has one argument, this has two
        """What it is made of, for another process."""
        return str(self), self.language

    def __fingerprint__(self) -> tuple[str, str]:
        """Another language is another input of a page."""
        return self.__getnewargs__()

    def __html__(self) -> str:
        """The text, escaped, between marks."""
        return f"{BEGINS}{self.language}{PARTS}{escape(self)}{ENDS}"
