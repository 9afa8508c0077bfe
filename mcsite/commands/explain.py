"""``mcsite explain CODE``: what a message means, why it is one, and how to mend it."""

from __future__ import annotations

import difflib
import shutil
import textwrap
from collections.abc import Iterator
from pathlib import Path

import click

from mcsite.commands.options import everywhere
from mcsite.commands.saying import Refusal
from mcsite.shipped import shipped

_WIDEST = 100
_CLOSING = "\n\n"
"""Before the line that counts the problems."""


@click.command("explain")
@click.argument("code", required=False)
@everywhere
def command(code: str | None) -> None:
    """What the message CODE means and how to mend it; without CODE, all of them."""
    folders = {folder.name.split("-")[0]: folder for folder in sorted(shipped("bad").iterdir()) if (folder / "README.md").is_file()}
    if code is None:
        click.echo("\n".join(_title(folder) for folder in folders.values()))
    elif code.upper() in folders:
        click.echo(_explanation(folders[code.upper()]))
    else:
        raise Refusal(_unknown(code, list(folders)))


def _title(folder: Path) -> str:
    """The first line: ``E203: There is no such venue``."""
    return (folder / "README.md").read_text("utf-8").split("\n", 1)[0].removeprefix("# ")


def _explanation(folder: Path) -> str:
    columns = min(_WIDEST, shutil.get_terminal_size().columns)
    paragraphs = (folder / "README.md").read_text("utf-8").strip().removeprefix("# ").split("\n\n")
    return "\n\n".join([*(_fitted(paragraph, columns) for paragraph in paragraphs), *_example(folder)])


def _fitted(paragraph: str, columns: int) -> str:
    """What is written as an example stays as it is."""
    return paragraph if paragraph.startswith(" ") else textwrap.fill(paragraph, columns, break_long_words=False, break_on_hyphens=False)


def _example(folder: Path) -> Iterator[str]:
    """What mcsite says of the smallest site that has the mistake, without the closing line."""
    expected = folder / "expected.txt"
    if expected.is_file():
        yield f"The message looks like this:\n\n{expected.read_text('utf-8').split(_CLOSING, 1)[0].strip()}"


def _unknown(code: str, codes: list[str]) -> str:
    near = difflib.get_close_matches(code.upper(), codes, n=3, cutoff=0.5)
    hint = f" Near it: {', '.join(near)}." if near else ""
    return f"there is no message {code}.{hint} 'mcsite explain' lists them all."
