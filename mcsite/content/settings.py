"""Reads ``content/site.md``."""

from __future__ import annotations

from dataclasses import replace

from mcsite.content.entries import OrganiserForm
from mcsite.content.forms import SiteForm
from mcsite.content.options import Options
from mcsite.model.origin import Origin
from mcsite.model.settings import KINDS, Kind, NavigationItem, Organiser, Settings


def settings_of(form: SiteForm, origin: Origin, options: Options) -> Settings:
    """The settings, without the home page's introduction: that may link to files which are not read yet."""
    base_url = options.base_url or form.base_url
    return Settings(
        title=form.title,
        base_url=base_url if base_url.endswith("/") else f"{base_url}/",
        timezone=form.timezone,
        language=form.language,
        description=form.description,
        organiser=_organiser(form.organiser) if form.organiser else None,
        theme=form.theme,
        closed=form.closed,
        kinds=_kinds(form.kinds),
        signup=form.signup,
        currency=form.currency,
        feed_past_months=form.feed_past_months,
        feed_future_months=form.feed_future_months,
        navigation=tuple(_item(item) for item in form.navigation),
        outputs=form.outputs,
        origin=origin,
    )


def _organiser(form: OrganiserForm) -> Organiser:
    return Organiser(name=form.name, email=form.email, phone=form.phone, url=form.url, registration=form.registration)


def _kinds(own: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """The usual kinds and the site's own; one of the same slug takes the usual one's place."""
    return tuple(({kind.slug: kind for kind in KINDS} | {kind.slug: kind for kind in own}).values())


def _item(item: NavigationItem) -> NavigationItem:
    """``about``, ``/about/`` and ``about/`` are the same address; the title is the address's last word when none was given."""
    if ":" in item.target:
        return item
    bare = item.target.strip("/") if item.target else item.title
    target = bare if "." in bare.rpartition("/")[2] or not bare else f"{bare}/"
    return replace(item, title=item.title or bare.rpartition("/")[2].replace("-", " ").capitalize(), target=target)
