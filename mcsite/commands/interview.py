"""The four questions of ``mcsite init``: name, town, time zone, and where the site will live.

What was said on the command line is not asked. Where nobody can be asked, everything else is taken as it would have been offered, and
that is said.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

import click

from mcsite.commands.saying import aside
from mcsite.diagnostics import Misread
from mcsite.scaffold.answers import TOWN, ZONE, Answers
from mcsite.scaffold.home import HOSTS, LATER, Home, home, placeholder
from mcsite.source.slugs import slug_of
from mcsite.source.zones import zone_name, zone_of_place, zones_like

_NONE_YET = "none yet"
_OTHER = "other"
_WHERE = "4. Where will it live? Say github, netlify, your own address such as\n   moves.example, or later"
T = TypeVar("T")


@dataclass(frozen=True)
class Said:
    """What the command line says, or what can be known without being told; none where it says nothing."""

    name: str | None
    town: str | None
    timezone: str | None
    home: Home
    """Its address is empty where none was given."""
    own_name: str
    """What the folder is called."""
    clone: Home = field(default_factory=Home)
    """Of the folder, where it is a clone."""
    system_zone: str = ""
    """Of the computer, where it has one."""


def asked(said: Said) -> tuple[Answers, Home]:
    """Ask what is not said yet. Whoever presses Enter four times has a site too."""
    name = said.name or _ask("1. What is your community called?", titled(said.own_name), named)
    town = said.town or _ask("2. In which town do you meet?", TOWN, named)
    timezone = said.timezone or _ask("3. Which time zone is that?", likely_zone(town, said.system_zone), zone)
    there = said.home if said.home.hosts or said.home.address else _ask(_WHERE, _shown(said.clone) or LATER, where)
    there = _completed(there, said.clone)
    return _answers(name, town, timezone, there), there


def taken(said: Said) -> tuple[Answers, Home]:
    """Without asking: what is said, and for the rest what would have been offered."""
    town = said.town or TOWN
    there = _unasked(said.home, said.clone)
    return _answers(said.name or titled(said.own_name), town, said.timezone or likely_zone(town, said.system_zone), there), there


def say_what_was_taken(said: Said, answers: Answers) -> None:
    """The answers that nobody gave, and how they are given; nothing when all were."""
    guesses = {
        "--name": "" if said.name else answers.name,
        "--town": "" if said.town else answers.town,
        "--timezone": "" if said.timezone else answers.timezone,
        "--base-url": "" if said.home.address else answers.base_url,
    }
    lines = [f"  {option:11} {guess}" for option, guess in guesses.items() if guess]
    if lines:
        aside("\n".join(("Nobody was asked, so this was taken; content/site.md is the place to change it:", "", *lines, "")))


def named(text: str) -> str:
    """A name on one line. Raises ``click.BadParameter`` for one without a letter or digit."""
    name = " ".join(text.split())
    if not slug_of(name):
        message = "write at least one letter or digit"
        raise click.BadParameter(message)
    return name


def zone(text: str) -> str:
    """The zone of that name, or of that city. Raises ``click.BadParameter`` with those that are like it."""
    if found := zone_of_place(text):
        return found
    try:
        return zone_name(text)
    except Misread as misread:
        near = zones_like(text)
        message = f"{misread.message}; {f'did you mean {_either(near)}?' if near else misread.help}"
        raise click.BadParameter(message) from None


def where(text: str) -> Home:
    """Where a site will live. Raises ``click.BadParameter`` with what to say instead."""
    try:
        return home(text)
    except Misread as misread:
        message = f"{misread.message}; {misread.help}"
        raise click.BadParameter(message) from None


def likely_zone(town: str, system_zone: str) -> str:
    """Of the town, if a zone is named after it; else the computer's, if that is named after a place at all: those of servers often are not."""
    return zone_of_place(town) or zone_of_place(system_zone) or ZONE


def titled(folder: str) -> str:
    """``moving-well`` as a name: ``Moving Well``."""
    words = folder.replace("-", " ").replace("_", " ").split()
    return " ".join(word[:1].upper() + word[1:] for word in words) or "Our Small Circle"


def _completed(there: Home, clone: Home) -> Home:
    """An address of one's own does not say who publishes it; GitHub's address follows from the repository, and nobody knows it by heart."""
    if there.address and not there.hosts:
        return replace(there, hosts=_ask(f"   Who will publish {there.domain}? Say github, netlify or other", HOSTS[0], _host))
    if there.address or there.hosts != ("github",):
        return there
    return replace(there, address=clone.address or _ask("   Your repository there, such as maren/moves", _NONE_YET, _pages))


def _unasked(there: Home, clone: Home) -> Home:
    """A clone says host and address where neither was said, and the address where only its host was."""
    if there.address or (there.hosts and "github" not in there.hosts):
        return there
    return replace(there, address=clone.address) if there.hosts else clone


def _answers(name: str, town: str, timezone: str, there: Home) -> Answers:
    return Answers(name, town, timezone, there.address or placeholder(there.hosts, slug_of(name) or "my-site"))


def _ask(question: str, default: str, understood: Callable[[str], T]) -> T:
    """Ask until the answer is understood."""
    answer: T = click.prompt(question, default=default, value_proc=understood, err=True)
    return answer


def _pages(text: str) -> str:
    """The address that a repository will have; nothing where there is none yet."""
    if text == _NONE_YET:
        return ""
    there = where(text)
    if there.hosts != ("github",) or not there.address:
        message = "write your name on GitHub, a slash, and the name of the repository: maren/moves"
        raise click.BadParameter(message)
    return there.address


def _host(text: str) -> tuple[str, ...]:
    word = text.strip().casefold()
    if word not in {*HOSTS, _OTHER}:
        message = f"write {', '.join(HOSTS)} or {_OTHER}"
        raise click.BadParameter(message)
    return (word,) if word in HOSTS else ()


def _shown(there: Home) -> str:
    return there.address.removeprefix("https://").rstrip("/")


def _either(words: list[str]) -> str:
    return " or ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
