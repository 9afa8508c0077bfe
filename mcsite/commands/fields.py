"""``mcsite fields KIND``: everything that a file of a kind may say; ``mcsite fields merge``: all words of templates."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Iterator, Mapping

import click

from mcsite.commands.options import everywhere
from mcsite.commands.saying import out
from mcsite.content.forms import FORMS, TRANSLATION, TranslationForm
from mcsite.model.vocabulary import WORDS, Word
from mcsite.source.form import FieldNote, Form, field_notes, schema_of

_WIDEST = 100
_FORMS: Mapping[str, type[Form]] = {**FORMS, TRANSLATION: TranslationForm}
_MERGE = "merge"
"""No kind of file: what the templates of the library can say."""
_ABOUT_TEMPLATES = (
    "A library entry that says 'fill: session' or 'fill: event' is a template. These words may stand in its text, and among the words of its SVG files, each "
    'with other words for want of it if you like: {{\N{NO-BREAK SPACE}venue.name\N{NO-BREAK SPACE}or\N{NO-BREAK SPACE}"online"\N{NO-BREAK SPACE}}}. '
    "Those of a session need 'fill: session'."
)


@click.command("fields")
@click.argument("kind", required=False, type=click.Choice([*_FORMS, _MERGE], case_sensitive=False))
@click.option("--json", "as_schema", is_flag=True, help="As JSON Schema, for editors that complete and check; of merge a list.")
@everywhere
def command(kind: str | None, *, as_schema: bool) -> None:
    """Everything that a file of this KIND may say: each field with what it means and an example.

    KIND merge lists the words that templates of the library are filled in with.
    """
    if kind is None:
        message = f"of which kind of file? {', '.join([*_FORMS, _MERGE])}: 'mcsite fields event', for example."
        raise click.UsageError(message)
    width = min(_WIDEST, shutil.get_terminal_size().columns)
    if as_schema:
        told = [_as_data(word) for word in WORDS] if kind == _MERGE else schema_of(_FORMS[kind])
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
    elif kind == _MERGE:
        words = (line for word in WORDS for line in _explained(f"{{{{ {word.name} }}}}", word.example, word.description, width))
        about = (line.replace("\N{NO-BREAK SPACE}", " ") for line in textwrap.wrap(_ABOUT_TEMPLATES, width))
        out("\n".join((*about, "", *words)) + "\n")
    else:
        out("\n".join(line for note in field_notes(_FORMS[kind]) for line in _said(note, width)) + "\n")


def _said(note: FieldNote, width: int) -> Iterator[str]:
    """The field as it stands in a file, and below it what it means."""
    return _explained(f"{note.name}:", note.example, ("Required. " if note.required else "") + note.description, width)


def _explained(name: str, example: str, meaning: str, width: int) -> Iterator[str]:
    yield f"{click.style(name, bold=True)} {example}"
    yield from textwrap.wrap(meaning, width, initial_indent="    ", subsequent_indent="    ")
    yield ""


def _as_data(word: Word) -> dict[str, object]:
    return {"name": word.name, "description": word.description, "example": word.example, "link": word.link, "session_only": word.of_a_session}
