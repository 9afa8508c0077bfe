"""What a browser is told it may load for a page of the site: its own files, and nothing from anybody else (CSP level 3).

A host that sends headers sends all of it; where none are sent, pages carry it in a ``<meta>``, which cannot say who may
frame them.
"""

from __future__ import annotations

from collections.abc import Iterable

from mcsite.model.signup import Provider, Signup
from mcsite.model.site import Site
from mcsite.render.signup_forms import ENDPOINTS

_OWN = ("script-src", "style-src", "font-src", "media-src", "connect-src", "manifest-src")
_FORMS = {Provider.NETLIFY: ("'self'",), **{host: ("'self'", endpoint) for host, endpoint in ENDPOINTS.items()}}
"""Where forms go; a form of another host comes back to a page of ours."""


def content_security_policy(site: Site, *, in_header: bool, framed_by: str = "'none'", searches: bool = False) -> str:
    """The value of ``Content-Security-Policy``. ``framed_by``: on whose pages it may be shown in a frame, which only a header can say.

    ``searches``: of the page on which one searches. Its form leads to itself, and its engine is a WebAssembly module of ours, which
    browsers compile only where ``'wasm-unsafe-eval'`` is said; that lets no text be run as script.
    """
    targets = ["'self'"] if searches else _form_targets(_signups(site))
    rules = ["default-src 'none'", *(f"{kind} 'self'" for kind in _OWN), "img-src 'self' data:", f"form-action {' '.join(targets)}", "base-uri 'none'"]
    if searches:
        rules[1] += " 'wasm-unsafe-eval'"
    return "; ".join([*rules, f"frame-ancestors {framed_by}"] if in_header else rules)


def _signups(site: Site) -> Iterable[Signup]:
    given = (site.settings.signup, *(event.signup for event in site.events))
    return (signup for signup in given if signup)


def _form_targets(signups: Iterable[Signup]) -> list[str]:
    return sorted({target for signup in signups for target in _FORMS.get(signup.provider, ())}) or ["'none'"]
