"""Licences as people write them: which one is meant, where its text is, and whether it lets others pass a thing on.

Known are those of Creative Commons, in every spelling that leaves no doubt, and the usual ones of the SPDX licence list
(https://spdx.org/licenses/). A licence without its version is not known: there are several of that name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_CC = re.compile(r"(?:cc|creativecommons)((?:by|sa|nc|nd)+)(?:([1-4])0?|25)(?:international|unported)?")
_TERMS = ("by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd")
_IN_FULL = {"attribution": "by", "sharealike": "sa", "noncommercial": "nc", "noderivatives": "nd", "noderivs": "nd", "license": "", "licence": "", "the": ""}
_DEED = "https://creativecommons.org/"
_SPDX = "https://spdx.org/licenses/"
_OTHERS = (
    "MIT Apache-2.0 BSD-2-Clause BSD-3-Clause OFL-1.1 GPL-2.0-or-later GPL-3.0-only GPL-3.0-or-later GFDL-1.3-or-later LAL-1.3 ODbL-1.0 OGL-UK-3.0 Unlicense"
)


@dataclass(frozen=True, slots=True)
class Licence:
    """What it is called, and the address of its text; without one, nobody but its author knows what it says."""

    name: str
    url: str = ""

    @property
    def lets_pass_on(self) -> bool:
        """Whether whoever gets a thing may give it to others: every licence here that is known says so."""
        return bool(self.url)


def licence_of(written: str) -> Licence:
    """The licence that is meant by ``CC BY 4.0``, ``cc-by-4.0`` or ``Creative Commons Attribution 4.0``; what is not known stays as written."""
    plain = _plain(written)
    return _KNOWN.get(plain) or _creative_commons(plain) or Licence(written)


def _creative_commons(plain: str) -> Licence | None:
    found = _CC.fullmatch(plain)
    terms = "-".join(re.findall("..", found[1])) if found else ""
    if found is None or terms not in _TERMS:
        return None
    version = f"{found[2]}.0" if found[2] else "2.5"
    return Licence(f"CC {terms.upper()} {version}", f"{_DEED}licenses/{terms}/{version}/")


def _plain(written: str) -> str:
    """Letters and digits alone, with the words of a licence's long name as its letters."""
    words = written.casefold().replace("share-alike", "sharealike").replace("share alike", "sharealike").replace("non-commercial", "noncommercial")
    return "".join(_IN_FULL.get(word, word) for word in re.findall(r"[a-z0-9]+", words))


_ZERO = Licence("CC0 1.0", f"{_DEED}publicdomain/zero/1.0/")
_MARK = Licence("Public Domain Mark 1.0", f"{_DEED}publicdomain/mark/1.0/")
_KNOWN = {
    **dict.fromkeys(("cc0", "cc010", "cczero", "cczero10", "creativecommonszero", "creativecommonszero10"), _ZERO),
    **dict.fromkeys(("publicdomain", "pdm10", "publicdomainmark", "publicdomainmark10"), _MARK),
    **{_plain(name): Licence(name, f"{_SPDX}{name}.html") for name in _OTHERS.split()},
}
