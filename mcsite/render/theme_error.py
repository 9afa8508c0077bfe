"""A theme's mistake: raised where a template is read or filled in, shown to its author as one diagnostic."""

from __future__ import annotations

from mcsite.diagnostics import Diagnostic


class ThemeError(Exception):
    """Something in a theme that keeps pages from being made; ``diagnostic`` says what, in which file and line."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic)  # the argument is what travels between processes
        self.diagnostic = diagnostic

    def __str__(self) -> str:
        span = self.diagnostic.span
        return f"{span.path}:{span.line}: {self.diagnostic.message}"
