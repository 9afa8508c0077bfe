"""A new content file: what is needed filled in, what is often wanted as comments to be uncommented, each with an example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from mcsite.content.forms import FORMS
from mcsite.source.files import FOLDERS
from mcsite.source.form import FieldNote, field_notes
from mcsite.source.scalars import scalar
from mcsite.source.slugs import slug_of

KINDS = {kind: folder for folder, kind in FOLDERS.items()}
"""The kinds of files that can be made, and the folder of ``content/`` that each belongs into."""
_OFTEN = {"event": ("kind", "repeat", "times", "venue", "hosts", "capacity", "prices", "signup", "summary", "image", "image_alt")}
_REFERENCES = {"venue": "venue", "hosts": "person", "owner": "person", "partner": "partner", "workshop": "workshop"}
_BODY = {
    "event": "What happens, for whom it is, what to bring: a few sentences, as you would say them.",
    "workshop": "What this workshop is about, and for whom it is.",
    "library": "What this is for, and how to use it.",
    "venue": "What the place is like, and how to find the door.",
    "person": "Who this is, in two or three sentences.",
    "partner": "Who they are, and what you do together.",
    "page": "Write here.",
}


class UnnameableError(Exception):
    """A title without a letter or digit, from which no file name can be made."""


class TakenError(Exception):
    """There is a file of this name already; its path is the argument."""


def new_entry(site: Path, kind: str, title: str, values: Mapping[str, str]) -> Path:
    """Write the file of a new entry; gives its path from the site. ``values`` are fields with what was typed for them.

    Never overwrites. Raises ``UnnameableError``, ``TakenError`` and ``OSError``.
    """
    slug = slug_of(title)
    if not slug:
        raise UnnameableError(title)
    folder = Path("content", KINDS[kind])
    for path in sorted((site / folder).rglob("*.md")):
        if slug_of(path.stem) == slug:
            raise TakenError(path.relative_to(site))
    path = folder / f"{slug}.md"
    (site / folder).mkdir(parents=True, exist_ok=True)
    with (site / path).open("x", encoding="utf-8", newline="\n") as file:
        file.write(entry_text(site, kind, {"title": title, **values}))
    return path


def entries(site: Path, kind: str) -> list[str]:
    """The names of the files that a site has of a kind."""
    return sorted(path.stem for path in (site / "content" / KINDS[kind]).rglob("*.md"))


def entry_text(site: Path, kind: str, values: Mapping[str, str]) -> str:
    """The text of the file."""
    given = "".join(f"{name}: {scalar(value)}\n" for name, value in values.items())
    comments = "".join(f"{line}\n" for line in _comments(site, kind, values))
    return f"---\n{given}\n{comments}---\n\n{_BODY[kind]}\n"


def _comments(site: Path, kind: str, values: Mapping[str, str]) -> Iterator[str]:
    yield f"# Take away the # in front of what you want to say. 'mcsite fields {kind}' lists everything."
    for note in _wanted(kind):
        if note.name not in values:
            yield f"\n# {note.description}"
            yield f"# {note.name}: {_example(site, note)}"


def _wanted(kind: str) -> Iterator[FieldNote]:
    notes = {note.name: note for note in field_notes(FORMS[kind])}
    return (notes[name] for name in _OFTEN.get(kind, notes))


def _example(site: Path, note: FieldNote) -> str:
    """The form's example; for what refers to a file, one that this site has."""
    found = entries(site, _REFERENCES[note.name]) if note.name in _REFERENCES else []
    if not found:
        return note.example
    return f"[{found[0]}]" if note.name == "hosts" else found[0]
