"""Languages by their code (BCP 47): ``en``, ``en-GB``, ``pt-BR``, ``zh-Hant-TW``."""

from __future__ import annotations

import re

from mcsite.diagnostics import Misread

_TAG = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?((?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*)", re.IGNORECASE | re.ASCII)
_NAMES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es", "español": "es", "italian": "it",
    "italiano": "it", "portuguese": "pt", "dutch": "nl", "nederlands": "nl", "polish": "pl", "welsh": "cy", "irish": "ga", "swedish": "sv",
    "danish": "da", "norwegian": "nb", "finnish": "fi", "greek": "el", "turkish": "tr", "arabic": "ar", "hindi": "hi", "chinese": "zh",
    "japanese": "ja", "ukrainian": "uk", "russian": "ru",
}  # fmt: skip


def language(text: str) -> str:
    """A language tag in its usual letters: ``en_gb`` is ``en-GB`` (RFC 5646 2.1.1). Raises ``Misread`` E710."""
    found = _TAG.fullmatch(text.strip().replace("_", "-"))
    if found is None:
        code = _NAMES.get(text.strip().casefold())
        raise Misread("E710", f"'{text}' is not the code of a language", f"did you mean '{code}'?" if code else "write a code such as en, en-GB or de")
    base, script, region, variants = found.groups()
    if (region or "").upper() == "UK":
        raise Misread("E710", f"'{text}' is not the code of a language", f"did you mean '{base.lower()}-GB'? UK is not a code of a country")
    return "-".join(part for part in (base.lower(), script and script.title(), region and region.upper()) if part) + variants.lower()
