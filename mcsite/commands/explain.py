"""``mcsite explain CODE``: what a message means, why it is one, and how to mend it."""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path

import click

from mcsite.commands.options import everywhere
from mcsite.commands.saying import Refusal
from mcsite.shipped import shipped


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
    text = (folder / "README.md").read_text("utf-8").strip().removeprefix("# ")
    example = _example(folder)
    return f"{text}\n\n{example}" if example else text


def _example(folder: Path) -> str:
    """What mcsite says of the smallest site that has the mistake."""
    expected = folder / "expected.txt"
    if not expected.is_file():
        return ""
    rule = "-" * min(60, shutil.get_terminal_size().columns)
    return f"For example:\n{rule}\n{expected.read_text('utf-8').strip()}"


def _unknown(code: str, codes: list[str]) -> str:
    near = difflib.get_close_matches(code.upper(), codes, n=3, cutoff=0.5)
    hint = f" Near it: {', '.join(near)}." if near else ""
    return f"there is no message {code}.{hint} 'mcsite explain' lists them all."
