"""As of which moment, and for which address, the site in an output folder was built: whoever publishes that folder judges it by this.

Kept in the cache. Where it is lost, the clock and ``site.md`` hold, as they do for every other command.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from mcsite.commands.options import Wishes

_NAME = "built-as"


def keep_how(wishes: Wishes, site: Path, now: datetime) -> None:
    """Note how the site was built; ``now`` is the moment of a build that was asked for none. A note that cannot be written is none."""
    cache = wishes.cache_of(site)
    if cache is None:
        return
    said = {"output": str(wishes.output_of(site).absolute()), "now": (wishes.now or now).isoformat(), "base_url": wishes.base_url}
    with suppress(OSError):
        cache.mkdir(exist_ok=True)
        (cache / _NAME).write_text(json.dumps(said), "utf-8", newline="\n")


def wishes_as_built(wishes: Wishes, site: Path) -> Wishes:
    """The same wishes; what they leave open is that of the last build into their output folder."""
    cache = wishes.cache_of(site)
    try:
        said = json.loads((cache / _NAME).read_text("utf-8")) if cache else {}
        if said["output"] != str(wishes.output_of(site).absolute()):
            return wishes
        return replace(wishes, now=wishes.now or datetime.fromisoformat(said["now"]), base_url=wishes.base_url or said["base_url"])
    except (OSError, ValueError, KeyError, TypeError):
        return wishes
