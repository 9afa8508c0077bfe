"""``mcsite check``: all problems of all files in one run."""

from __future__ import annotations

from typing import Any

import click

from mcsite.build.run import Report, explain
from mcsite.commands.memory import remembering
from mcsite.commands.options import Setting, Wishes, clock, everywhere, for_building
from mcsite.commands.previous import prepared_as_wished
from mcsite.commands.saying import contents, out, problems, screen_columns, verdict
from mcsite.pipeline import Prepared

CONTENT_HAS_ERRORS = 1


@click.command("check")
@for_building
@everywhere
@click.pass_context
def command(context: click.Context, /, **typed: Any) -> int:  # noqa: ANN401 - the options of ``for_building``
    """Find all problems of all files in one run. Nothing is built; with --explain, what a build would make is listed."""
    setting, wishes = Setting.of(context), Wishes(**typed)
    with remembering(wishes.cache_of(setting.site)):
        prepared = prepared_as_wished(setting.site, wishes, clock()[0])
    out(problems(prepared.diagnostics, wishes.format, setting.site, screen_columns()))
    if wishes.format == "text" and not setting.quiet:
        out(_closing(prepared))
        if wishes.explain and not prepared.broken:
            out(_plan(explain(prepared.artifacts, wishes.output_of(setting.site), wishes.cache_of(setting.site), prepared.bundles)))
    return CONTENT_HAS_ERRORS if prepared.broken or (wishes.strict and prepared.diagnostics) else 0


def _closing(prepared: Prepared) -> str:
    said = verdict(prepared.diagnostics)
    if said or prepared.edition is None:
        return f"\n{said}\n"
    return f"No problems in {contents(prepared.edition)}.\n"


def _plan(report: Report) -> str:
    lines = [f"would make   {path}  because {reason}" for path, reason in report.reasons.items()]
    return "\n".join((*lines, *(f"would remove {path}" for path in report.removed), ""))
