"""A part of the output that this machine cannot make; the rest is made without it, and the person is told."""

from __future__ import annotations


class LeftOut(Exception):  # noqa: N818 - not a failure: the site is whole without it
    """A plain sentence for the person: what is left out, and why."""
