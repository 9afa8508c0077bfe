"""Reading a line of English from left to right, a word or a few at a time."""

from __future__ import annotations

import re

from mcsite.schedule.vocabulary import Wording

_BETWEEN = " ,;"


class Scanner:
    """A text without spare spaces, and how far it has been read."""

    def __init__(self, text: str) -> None:
        """Begin at the first word."""
        self.text = " ".join(text.split()).strip(" .")
        self.at = 0

    def take(self, pattern: Wording) -> re.Match[str] | None:
        """Read past what the pattern matches here and the spaces and commas after it; ``None``, and nothing read, when it matches no whole words."""
        found = pattern.compiled.match(self.text, self.at)
        if found is None or not found[0] or _splits_a_word(self.text, found.end()):
            return None
        after = self.text[found.end() :]
        self.at = found.end() + len(after) - len(after.lstrip(_BETWEEN))
        return found

    @property
    def rest(self) -> str:
        """What has not been read."""
        return self.text[self.at :]

    @property
    def read(self) -> str:
        """What has been read."""
        return self.text[: self.at].strip(_BETWEEN)

    @property
    def word(self) -> str:
        """The next word, or nothing at the end."""
        return self.rest.split(" ")[0].strip(_BETWEEN)


def _splits_a_word(text: str, position: int) -> bool:
    return text[position - 1 : position].isalnum() and text[position : position + 1].isalnum()
