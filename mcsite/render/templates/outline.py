"""What is known of a template that was read, but not filled in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outline:
    """What a template refers to, each with its line.

    ``extends`` and ``uses`` are names of templates, ``statics`` of static files; ``asks`` are names that it wants to be
    given; ``sets`` are those it gives to others. ``open_ended``: some names are worked out only when it is filled in.
    ``messages`` are the keys of what it says in the site's language; ``says_anything``: some of them are worked out, too.
    """

    extends: tuple[tuple[str, int], ...] = ()
    uses: tuple[tuple[str, int], ...] = ()
    statics: tuple[tuple[str, int], ...] = ()
    asks: tuple[tuple[str, int], ...] = ()
    sets: tuple[str, ...] = ()
    open_ended: bool = False
    messages: tuple[str, ...] = ()
    says_anything: bool = False
