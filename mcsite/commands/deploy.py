"""``mcsite deploy``: pushes ``output/public`` to the branch that a host publishes as it is."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from mcsite.build.artifact import Area
from mcsite.build.run import Report, explain
from mcsite.commands.built_as import wishes_as_built
from mcsite.commands.diff import say_changes
from mcsite.commands.memory import remembering
from mcsite.commands.options import Setting, Wishes, clock, everywhere, for_reading
from mcsite.commands.previous import ledger_in
from mcsite.commands.saying import Refusal, aside, count, on_site, out, problems, verdict
from mcsite.model.addresses import LEDGER
from mcsite.model.ledger import Ledger
from mcsite.pipeline import prepare

CONTENT_HAS_ERRORS = 1
_DRAFTS_STAY = "drafts are not published: build without --drafts."


@click.command("deploy")
@click.option("--remote", default="origin", show_default=True, metavar="NAME", help="Where the repository is kept, as git calls it.")
@click.option("--branch", default="gh-pages", show_default=True, metavar="NAME", help="The branch that the host publishes. It holds nothing but the site.")
@click.option("--message", default="Publish the site", show_default=True, metavar="TEXT", help="What the commit says.")
@click.option("-y", "--yes", is_flag=True, help="Do not ask before publishing.")
@for_reading
@everywhere
@click.pass_context
def command(context: click.Context, /, remote: str, branch: str, message: str, *, yes: bool, **typed: Any) -> int:  # noqa: ANN401 - ``for_reading``
    """Push the built site to a branch, such as gh-pages, that a host publishes as it is.

    What followers will see change is shown first, against what the branch holds now. A build that is not finished, or older than
    the files that it was made of, is refused; it is judged by the --now and the --base-url with which it was made. Netlify and
    GitHub Actions need no such command: they build by themselves.
    """
    setting = Setting.of(context)
    now, fixed = clock()
    typed_wishes = Wishes(**typed)
    wishes = typed_wishes if fixed else wishes_as_built(typed_wishes, setting.site)
    from mcsite.deploy.branch import Branch, NotPossibleError  # noqa: PLC0415 - with git behind it; the command's help needs none of it

    if wishes.drafts:
        raise Refusal(_DRAFTS_STAY)
    try:
        there = Branch(setting.site, remote, branch, {**os.environ, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"})
        published = there.fetch()
        wrong = _not_ready(setting, wishes, published, now)
        if wrong:
            return wrong
        if wishes.now and not typed_wishes.now and wishes.now.date() != now.date():
            aside(f"This is the site as of {wishes.now:%Y-%m-%d}: 'mcsite build{on_site(setting.site)}' brings it up to date.")
        if not (yes or click.confirm(f"\nPublish this on the branch {branch} of {remote}?", err=True)):
            aside("Nothing was published.")
            return 0
        there.push(wishes.output_of(setting.site) / Area.PUBLIC, message)
    except NotPossibleError as reason:
        raise Refusal(f"{reason} Nothing was published.") from None
    aside(f"Published on the branch {branch} of {remote}.")
    return 0


def _not_ready(setting: Setting, wishes: Wishes, published: bytes | None, now: datetime) -> int:
    """Says what will change. The exit status when the site has errors; raises ``Refusal`` when the build is not the one to publish."""
    site, output = setting.site, wishes.output_of(setting.site)
    place, build = output / Area.PUBLIC / LEDGER, f"'mcsite build{on_site(site)}'"
    if not place.is_file():
        message = f"there is no built site in {output / Area.PUBLIC}: {build} makes it. Nothing was published."
        raise Refusal(message)
    there, here = _ledger(published, f"{LEDGER} of the branch", site), _ledger(place.read_bytes(), str(place), site)
    _refuse_what_forgets(there, here, build)
    with remembering(wishes.cache_of(site)):
        options = wishes.options(now)
        prepared = prepare(site, replace(options, previous=here))
        if prepared.broken:
            out(problems(prepared.diagnostics, "text", site))
            aside(f"Nothing was published: {verdict(prepared.diagnostics)}")
            return CONTENT_HAS_ERRORS
        _refuse_another_build(explain(prepared.artifacts, output, wishes.cache_of(site), prepared.bundles), build, output)
        say_changes(prepare(site, replace(options, previous=there)), replace(wishes, previous="the branch"))
    return 0


def _ledger(data: bytes | None, name: str, site: Path) -> Ledger:
    found = ledger_in(data, name)
    if found.problem:
        raise Refusal(problems([found.problem], "text", site).strip())
    return found.ledger


def _refuse_what_forgets(there: Ledger, here: Ledger, build: str) -> None:
    """Everything that people have been told must be known to the build, or their calendars would be told something else."""
    known = {session.uid: session.sequence for session in here.sessions}
    forgotten = [session for session in there.sessions if known.get(session.uid, -1) < session.sequence]
    if forgotten:
        message = (
            f"the build does not know what was published from elsewhere: {count(len(forgotten), 'session')}, '{forgotten[0].title}' among them. "
            f"{build} with '--previous live' learns it. Nothing was published."
        )
        raise Refusal(message)


def _refuse_another_build(waiting: Report, build: str, output: Path) -> None:
    """The files in the output folder must be those that a build would make now."""
    public = [path for path in (*waiting.reasons, *waiting.removed) if path.startswith(f"{Area.PUBLIC}/")]
    if public:
        files = f"{count(len(public), 'file')}, {public[0]} among them"
        message = f"the site in {output} is not what the files say now: {files}. {build} makes it anew. Nothing was published."
        raise Refusal(message)
