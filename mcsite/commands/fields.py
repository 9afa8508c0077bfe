"""``mcsite fields KIND``: everything that a file of a kind may say."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Iterator, Mapping

import click

from mcsite.commands.options import everywhere
from mcsite.commands.saying import out
from mcsite.content.forms import FORMS, TRANSLATION, TranslationForm
from mcsite.source.form import FieldNote, Form, field_notes, schema_of

_WIDEST = 100
_FORMS: Mapping[str, type[Form]] = {**FORMS, TRANSLATION: TranslationForm}


@click.command("fields")
@click.argument("kind", required=False, type=click.Choice(list(_FORMS), case_sensitive=False))
@click.option("--json", "as_schema", is_flag=True, help="As JSON Schema, for editors that complete and check.")
@everywhere
def command(kind: str | None, *, as_schema: bool) -> None:
    """Everything that a file of this KIND may say: each field with what it means and an example."""
    if kind is None:
        message = f"of which kind of file? {', '.join(_FORMS)}: 'mcsite fields event', for example."
        raise click.UsageError(message)
    if as_schema:
        click.echo(json.dumps(schema_of(_FORMS[kind]), indent=2, ensure_ascii=False))
    else:
        width = min(_WIDEST, shutil.get_terminal_size().columns)
        out("\n".join(line for note in field_notes(_FORMS[kind]) for line in _said(note, width)) + "\n")


def _said(note: FieldNote, width: int) -> Iterator[str]:
    """The field as it stands in a file, and below it what it means."""
    yield f"{click.style(f'{note.name}:', bold=True)} {note.example}"
    yield from textwrap.wrap(("Required. " if note.required else "") + note.description, width, initial_indent="    ", subsequent_indent="    ")
    yield ""
