"""How a text begins: the sentence that stands for an event where its author wrote none."""

from __future__ import annotations

import re
from dataclasses import replace

from mcsite.model.prose import Prose
from mcsite.render.prose import to_text

LONGEST_SUMMARY = 180
"""Characters of a summary that is taken from the body."""

_NO_SENTENCE = re.compile(r"\s*(?:[#!|>`<]|[-*+]\s|\d+[.)]\s)")
"""How Markdown begins that is not running text: headings, pictures, tables, quotations, code, HTML, lists."""


def opening(body: Prose, language: str) -> str:
    """The body's first paragraph as one line, cut at a word."""
    paragraphs = (part for part in body.source.split("\n\n") if part.strip() and not _NO_SENTENCE.match(part))
    line = " ".join(to_text(replace(body, source=next(paragraphs, "")), "", language).split())
    if len(line) <= LONGEST_SUMMARY:
        return line
    return line[:LONGEST_SUMMARY].rpartition(" ")[0].rstrip(",;:.") + "…"
