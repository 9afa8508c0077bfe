"""Reads ``content/site.md``."""

from __future__ import annotations

from mcsite.content.entries import OrganiserForm
from mcsite.content.forms import SiteForm
from mcsite.content.options import Options
from mcsite.content.usual_kinds import titles_of_usual_kinds
from mcsite.diagnostics import Diagnostic
from mcsite.model.origin import Origin
from mcsite.model.settings import Kind, Organiser, Settings, SiteLanguage
from mcsite.source.document import Document
from mcsite.source.form import Filled, fill

_LEANED_ON = ("kinds", "currency")
"""Settings without which what other files say may look wrong."""


def read_settings(home: Document, options: Options, notes: list[Diagnostic]) -> Settings | None:
    """The settings that a ``site.md`` says, as far as they can be understood; ``None``, with every reason noted, where that is not enough."""
    filled = fill(SiteForm, home)
    notes += filled.diagnostics
    form = filled.form or _enough(filled)
    return settings_of(form, filled.document.origin, options) if form else None


def _enough(filled: Filled[SiteForm]) -> SiteForm | None:
    """Settings in which something is wrong, but nothing that would look like mistakes of other files: these can be looked over, too."""
    given = {key for key in _LEANED_ON if filled.document.fields.get(key)}
    return filled.sound if filled.sound and given <= filled.sound.model_fields_set else None


def settings_of(form: SiteForm, origin: Origin, options: Options) -> Settings:
    """The settings without the home page's introduction and the logo, and with the menu and the page about privacy as they were typed.

    All of these may lead to files that are not read yet.
    """
    base_url = options.base_url or form.base_url
    language, languages = languages_of(form)
    return Settings(
        title=form.title,
        base_url=base_url if base_url.endswith("/") else f"{base_url}/",
        timezone=form.timezone,
        language=language,
        languages=languages,
        description=form.description,
        organiser=_organiser(form.organiser) if form.organiser else None,
        theme=form.theme,
        mood=form.mood,
        accent=form.accent,
        closed=form.closed,
        kinds=_kinds(form.kinds, language),
        signup=form.signup,
        consent=form.consent,
        privacy=form.privacy,
        secure_intake=form.secure_intake,
        currency=form.currency,
        feed_past_months=form.feed_past_months,
        feed_future_months=form.feed_future_months,
        late_change_hours=form.late_change_hours,
        navigation=form.navigation,
        outputs=form.outputs,
        withdrawn=form.withdrawn,
        origin=origin,
    )


def languages_of(form: SiteForm) -> tuple[str, tuple[SiteLanguage, ...]]:
    """The main language, and all of a site in several: ``language`` if it is given, or else the first of ``languages``."""
    main = form.language if "language" in form.model_fields_set or not form.languages else form.languages[0]
    others = [code for code in dict.fromkeys(form.languages) if code != main]
    return main, (SiteLanguage(main), *(SiteLanguage(code, f"{code.lower()}/") for code in others)) if others else ()


def _organiser(form: OrganiserForm) -> Organiser:
    return Organiser(name=form.name, email=form.email, phone=form.phone, url=form.url, registration=form.registration)


def _kinds(own: tuple[Kind, ...], language: str) -> tuple[Kind, ...]:
    """The usual kinds, in the site's language, and the site's own; one of the same slug takes the usual one's place."""
    usual = {slug: Kind(slug, title) for slug, title in titles_of_usual_kinds(language).items()}
    return tuple((usual | {kind.slug: kind for kind in own}).values())
