"""Reads ``content/site.md``."""

from __future__ import annotations

from mcsite.content.entries import OrganiserForm
from mcsite.content.forms import SiteForm
from mcsite.content.options import Options
from mcsite.model.origin import Origin
from mcsite.model.settings import KINDS, Kind, Organiser, Settings, SiteLanguage
from mcsite.render.catalogues import shipped_strings


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


def titles_of_usual_kinds(language: str) -> dict[str, str]:
    """What the kinds that every site has are called in a language, by their slugs."""
    strings = shipped_strings(language)
    return {kind.slug: strings.pgettext("kind of gathering", kind.title) for kind in KINDS}


def _kinds(own: tuple[Kind, ...], language: str) -> tuple[Kind, ...]:
    """The usual kinds, in the site's language, and the site's own; one of the same slug takes the usual one's place."""
    usual = {slug: Kind(slug, title) for slug, title in titles_of_usual_kinds(language).items()}
    return tuple((usual | {kind.slug: kind for kind in own}).values())
