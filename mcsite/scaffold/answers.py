"""What is asked of who begins a site, and where the answers stand in its files."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mcsite.render.words_of_time import country, currency_of, speaks_english
from mcsite.source.scalars import scalar

TOWN = "Yourtown"
"""Where nobody said it."""
ZONE = "Europe/London"
"""Where neither the town nor the computer says it."""
_PLACE = re.compile(r"@([A-Z_]+)@")


@dataclass(frozen=True, slots=True)
class Answers:
    """``base_url`` ends with a slash; ``timezone`` is an IANA name."""

    name: str
    town: str = TOWN
    timezone: str = ZONE
    base_url: str = "https://example.github.io/"

    @property
    def language(self) -> str:
        """English, as it is written in the country of the time zone."""
        here = country(self.timezone)
        return f"en-{here}" if here and speaks_english(here) else "en"

    @property
    def currency(self) -> str:
        """That of the country of the time zone."""
        return currency_of(country(self.timezone)) or "EUR"


def filled(text: str, answers: Answers) -> str:
    """The text with the answers in it, each a whole value of front matter or of a workflow. What it does not know stays."""
    values = {
        "NAME": scalar(answers.name),
        "DESCRIPTION": scalar(f"Small, regular gatherings in {answers.town} for people who sit too long."),
        "ADDRESS": scalar(f"1 Example Street, {answers.town}"),
        "BASE_URL": answers.base_url,
        "TIMEZONE": answers.timezone,
        "LANGUAGE": answers.language,
        "CURRENCY": answers.currency,
    }
    return _PLACE.sub(lambda found: values.get(found[1], found[0]), text)
