"""``mcsite diff``: what followers will see change, against what was published last."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import click

from mcsite.commands.comment import as_markdown
from mcsite.commands.memory import remembering
from mcsite.commands.options import Setting, Wishes, clock, everywhere, for_reading
from mcsite.commands.previous import prepared_as_wished
from mcsite.commands.saying import aside, contents, fitted, out, verdict
from mcsite.commands.screen import Labelled, show_heading, show_labelled
from mcsite.diagnostics import Diagnostic, Severity
from mcsite.ledger.changes import Change, changes, is_first
from mcsite.ledger.telling import Section, summary_of, told
from mcsite.ledger.vanished import answers
from mcsite.model.ledger import Published
from mcsite.model.site import Edition
from mcsite.pipeline import Prepared

CONTENT_HAS_ERRORS = 1
_UNREADABLE = "E900"
_ASKED = frozenset({"E901", "E902", "E903", "E904"})
"""What stops a build because of sessions that have gone without a word."""


@click.command("diff")
@for_reading
@click.option("--format", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True, help="For people, a pull request, or programs.")
@everywhere
@click.pass_context
def command(context: click.Context, /, **typed: Any) -> int:  # noqa: ANN401 - the options above
    """What followers will see change, against what was published last. Nothing is built.

    Without --previous that is the last build in the output folder. For a pull request, compare with the published site:
    mcsite diff --previous live --format markdown
    """
    setting, wishes = Setting.of(context), Wishes(**typed)
    with remembering(wishes.cache_of(setting.site)):
        prepared = prepared_as_wished(setting.site, wishes, clock()[0])
        comparison = _Comparison.of(prepared, wishes)
    _FORMATS[wishes.format](comparison)
    if prepared.broken and wishes.format != "markdown":
        aside(fitted(comparison.trouble))
    return CONTENT_HAS_ERRORS if prepared.broken else 0


def say_changes(prepared: Prepared, wishes: Wishes) -> None:
    """What followers will see change, for people."""
    _as_text(_Comparison.of(prepared, wishes))


@dataclass(frozen=True)
class _Comparison:
    """A site beside what was published, which ``against`` names. Without an ``edition`` they cannot be compared."""

    prepared: Prepared
    edition: Edition | None
    changes: tuple[Change, ...]
    against: str

    @classmethod
    def of(cls, prepared: Prepared, wishes: Wishes) -> _Comparison:
        """With every change, if it is known what was published."""
        edition = prepared.edition
        if edition is None or any(diagnostic.code == _UNREADABLE for diagnostic in prepared.diagnostics):
            return cls(prepared, None, (), "")
        return cls(prepared, edition, changes(edition), _against(wishes, first=is_first(edition)))

    @property
    def headline(self) -> str:
        """All of it in one sentence."""
        if self.edition is None:
            return "What followers will see cannot be said."
        if is_first(self.edition):
            return f"First publication: {contents(self.edition)}."
        news = summary_of(self.edition, self.changes)
        if not news:
            return "As far as the files can be read, nothing changes for followers." if self.prepared.broken else "Nothing changes for followers."
        return f"For followers: {news}."

    @property
    def trouble(self) -> str:
        """What keeps the site from being published; nothing when nothing does."""
        if not self.prepared.broken:
            return ""
        return f"{verdict(self.prepared.diagnostics)} Nothing is published until that is mended, and what could not be read is missing here."

    @property
    def sections(self) -> tuple[Section, ...]:
        """The changes in words. At a first publication everything is new: that is not listed."""
        return () if self.edition is None or is_first(self.edition) else told(self.changes, self.edition)

    @property
    def questions(self) -> tuple[Diagnostic, ...]:
        """What is asked about sessions that have gone without a word, with the lines for each answer."""
        return tuple(diagnostic for diagnostic in self.prepared.diagnostics if diagnostic.code in _ASKED)


def _against(wishes: Wishes, *, first: bool) -> str:
    """What was published before, as it was asked for."""
    live = "--previous live compares with the published site."
    match wishes.previous:
        case "live":
            return "Nothing is published there yet." if first else "Compared with the published site."
        case "none":
            return f"Compared with nothing; {live}"
        case None:
            return f"{'There is no earlier build' if first else 'Compared with the last build'} in the output folder; {live}"
        case path:
            return f"Compared with {path}."


def _as_text(comparison: _Comparison) -> None:
    out(f"{comparison.headline}\n")
    for section in comparison.sections:
        show_heading(section.heading, section.note)
        if section.is_of_gone:
            show_labelled(Labelled(question.span.path, "", answers(question)) for question in comparison.questions)
        show_labelled(Labelled(passage.title, passage.path, tuple((line.label, line.text) for line in passage.lines)) for passage in section.passages)
    if comparison.against:
        out(f"\n{fitted(comparison.against)}\n")


def _as_markdown(comparison: _Comparison) -> None:
    notes = [note for note in (comparison.trouble, comparison.against) if note]
    out(as_markdown(comparison.headline, notes, comparison.sections, comparison.questions))


def _as_json(comparison: _Comparison) -> None:
    whole = {
        "summary": comparison.headline,
        "first": comparison.edition is not None and is_first(comparison.edition),
        "errors": sum(diagnostic.severity is Severity.ERROR for diagnostic in comparison.prepared.diagnostics),
        "changes": [_change(change) for change in comparison.changes],
    }
    out(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")


def _change(change: Change) -> dict[str, object]:
    return {
        "uid": change.known.uid,
        "event": change.known.slug,
        "kinds": list(change.kinds),
        "past": change.over,
        "draft": change.draft,
        "reason": change.reason,
        "before": _session(change.before),
        "after": _session(change.after),
    }


def _session(known: Published | None) -> dict[str, str] | None:
    if known is None:
        return None
    return {
        "title": known.title,
        "start": known.when.iso_start,
        "end": known.when.iso_end,
        "timezone": known.when.timezone,
        "place": known.place,
        "status": known.status,
        "address": known.address,
    }


_FORMATS = {"text": _as_text, "markdown": _as_markdown, "json": _as_json}
