"""Templates filled in. The only importer of jinja2 and markupsafe.

Everything is escaped unless a filter here made it; a name that is not there is an error, never an empty place; templates
see no clock and no environment. There is one environment for each state of a theme and frame, kept for the life of the
process, so that makers in worker processes find it ready; compiled templates are remembered by their text.
"""

from __future__ import annotations

import marshal
import re
import sys
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from dataclasses import replace
from difflib import get_close_matches
from functools import lru_cache, partial
from types import CodeType
from typing import Any, NoReturn
from urllib.parse import urlsplit

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2 import Template as Compiled
from jinja2 import __version__ as jinja_version
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from mcsite.diagnostics import Diagnostic, Span
from mcsite.memo import remember
from mcsite.model import addresses
from mcsite.model.event import Session
from mcsite.model.prose import Picture, Prose
from mcsite.model.settings import Settings
from mcsite.render.by_time import by_day, by_month, by_week, weeks, with_pauses
from mcsite.render.follow import AddOnce, add_once, follow
from mcsite.render.frame import Frame, is_shared
from mcsite.render.linked_data import LinkedData
from mcsite.render.linked_data.nodes import Node, document
from mcsite.render.picture_tag import picture_tag
from mcsite.render.prose import to_html
from mcsite.render.qr import data_uri
from mcsite.render.signup import SignupView, signup_view
from mcsite.render.strings import ENGLISH, Strings
from mcsite.render.templates.quick import Lines, QuickContext, escaped
from mcsite.render.theme_chain import remembered_as
from mcsite.render.theme_error import ThemeError
from mcsite.render.theme_sources import Sources
from mcsite.render.tongues import foreign, in_its_language, marked
from mcsite.render.unseen import OPEN, is_unseen
from mcsite.render.words_of_time import words

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
"""How an address begins that is not below the site's root (RFC 3986 3.1)."""
_COMPILED_BY = f"{jinja_version} {sys.implementation.cache_tag}".encode()


def render(sources: Sources, name: str, frame: Frame, context: Mapping[str, object]) -> bytes:
    """One page as UTF-8. Raises ``ThemeError``."""
    environment = _environment(sources, frame)
    try:
        return marked(environment.get_template(name).render(context)).encode()
    except Exception as error:  # noqa: BLE001 - sorted into mistakes of the theme, which are explained, and ours, which go on as they are
        _explain(error, {shown for _, shown, _ in sources.templates})


@lru_cache(maxsize=16)
def _environment(sources: Sources, frame: Frame) -> Environment:
    environment = _bare(sources.strings)
    environment.loader = _Texts(sources)
    settings = frame.settings
    environment.filters |= {
        "href": lru_cache(maxsize=10_000)(partial(_href, settings)),
        "absolute": partial(addresses.absolute, settings),
        "weeks": partial(weeks, words(settings.language).first_weekday),
        "by_week": partial(by_week, words(settings.language).first_weekday),
        "prose": partial(_prose, settings),
        "img": partial(_img, settings.root_path),
        "shared": partial(_shared, frame),
    }
    environment.globals |= {
        "frame": frame,
        "words": words(settings.language),
        "static": partial(_static, settings, dict(sources.statics)),
        "follow": partial(follow, settings),
        "add_once": partial(_add_once, settings),
        "sign_up": partial(_sign_up, frame, sources.strings),
        "linked": LinkedData(settings),
        "once": Lines().once,
    }
    return environment


def _bare(strings: Strings = ENGLISH) -> Environment:
    """Everything but what depends on the site: enough to tell whether a template can be read."""
    environment = _Environment(
        autoescape=True,
        undefined=_Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        extensions=["jinja2.ext.i18n"],
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # the extension adds it; {% trans %} becomes calls with named values
    environment.globals |= _speech(strings)
    environment.filters |= dict.fromkeys(("href", "absolute", "by_week", "img", "prose", "weeks", "shared"), _of_the_site)
    environment.filters |= {
        "by_month": by_month,
        "by_day": by_day,
        "with_pauses": with_pauses,
        "host": _host,
        "foreign": foreign,
        "data_block": _data_block,
        "qr": data_uri,
    }
    environment.globals |= dict.fromkeys(("frame", "words", "static", "follow", "add_once", "sign_up", "linked", "once"))
    environment.globals |= {"addresses": addresses}
    return environment


def _speech(strings: Strings) -> dict[str, Callable[..., Markup]]:
    """The functions by which a template speaks. Messages are HTML, as a template is; the values in them are escaped.

    They do what jinja2's own do, in a third of the time.
    """

    def gettext(message: str, /, **values: object) -> Markup:
        return _filled(message, strings.gettext(message), values)

    def ngettext(one: str, many: str, count: int, /, **values: object) -> Markup:
        return _filled(one if count == 1 else many, strings.ngettext(one, many, count), {"num": count, **values})

    def pgettext(context: str, message: str, /, **values: object) -> Markup:
        return _filled(message, strings.pgettext(context, message), values)

    def npgettext(context: str, one: str, many: str, count: int, /, **values: object) -> Markup:
        return _filled(one if count == 1 else many, strings.npgettext(context, one, many, count), {"num": count, **values})

    return {"_": gettext, "gettext": gettext, "ngettext": ngettext, "pgettext": pgettext, "npgettext": npgettext}


def _filled(message: str, said: str, values: Mapping[str, object]) -> Markup:
    """What is said for a message, with its values. One that no template spells out may be anybody's text: untranslated, it is only that."""
    if said == message and not isinstance(message, Markup):
        return escape(message)
    return Markup(str.__mod__(said, {name: escape(value) for name, value in values.items()}))  # noqa: S704 - the values are escaped here


def _of_the_site(*_: object) -> NoReturn:
    """Refuses to be worked out while a template is compiled: ``{{ "library/"|href }}`` would become one site's link in the code for all."""
    raise LookupError


def _href(settings: Settings, address: str) -> str:
    """A link to an address below the site's root; addresses of other sites, of mail and so on stay as they are."""
    return address if _SCHEME.match(address) else addresses.href(settings, address)


def _prose(settings: Settings, prose: Prose, shift: int = 0, prefix: str = "") -> Markup:
    html = to_html(prose, settings.base_path, shift, prefix, settings.language)
    return Markup(in_its_language(html, prose.language))  # noqa: S704 - made safe where it is rendered


def _img(base: str, picture: Picture, sizes: str = "", alt: str | None = None, first: bool = False) -> Markup:
    """A picture with its copies. ``sizes`` as in HTML, unless it is as wide as a column of text; ``alt`` other words than its own."""
    worded = picture if alt is None else replace(picture, alt=alt)
    return Markup(picture_tag(worded, base, sizes=sizes, first=first))  # noqa: S704 - escapes what it is given


def _data_block(nodes: Iterable[Node]) -> Markup:
    """JSON-LD for programs: data that no browser runs."""
    return Markup(f'<script type="application/ld+json">{document(nodes)}</script>')  # noqa: S704 - escaped where it is written


def _shared(frame: Frame, image: Picture | None) -> Picture | None:
    """The picture by which a page is shown where people share it: its own, or else the site's."""
    return image if image and is_shared(image) else frame.picture


def _host(url: str) -> str:
    """``www.harbour-gym.example/desk`` is what people read of an address: its host, without ``www.``."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


def _static(settings: Settings, known: Mapping[str, str], name: str) -> str:
    """A link to a static file of the theme."""
    return addresses.href(settings, known[name])


def _add_once(settings: Settings, session: Session) -> AddOnce:
    return add_once(session, settings)


def _sign_up(frame: Frame, strings: Strings, session: Session) -> SignupView:
    return signup_view(frame.settings, session, frame.thanks, strings)


class _Texts(BaseLoader):
    """Templates by name, from the text that the theme read when it was opened."""

    def __init__(self, sources: Sources) -> None:
        self._texts = {name: (shown, text) for name, shown, text in sources.templates}
        self._strings = sources.strings

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Compiled:  # noqa: A002 - jinja2's own name
        if name not in self._texts:
            raise TemplateNotFound(name)
        code = _code(name, *self._texts[name], self._strings)
        module: dict[str, Any] = {"environment": environment, "__file__": code.co_filename}
        exec(code, module)  # noqa: S102 - what Jinja compiled
        module["escape"] = escaped
        return environment.template_class.from_module_dict(environment, module, dict(globals or {}))


def _code(name: str, shown: str, text: str, strings: Strings) -> CodeType:
    key = b"\0".join((_COMPILED_BY, strings.language.encode(), strings.digest.encode(), name.encode(), shown.encode(), text.encode()))
    data = remember(remembered_as("template code", shown), key, lambda: marshal.dumps(_compiled(name, shown, text, strings)))
    code: CodeType = marshal.loads(data)  # noqa: S302 - our own, from a store that checks its entries
    return code


def parsed(name: str, shown: str, text: str) -> nodes.Template:
    """What a template is made of. Raises ``TemplateSyntaxError``."""
    return _bare().parse(text, name, shown)


def _compiled(name: str, shown: str, text: str, strings: Strings) -> CodeType:
    environment = _bare()
    tree = _Translator(strings).visit(environment.parse(text, name, shown))
    return environment.compile(tree, name, shown)


class _Translator(NodeTransformer):
    """Translates the messages without values before a template is compiled: a page says sixty, and should not look up each.

    The words of the others are marked as the template's own.
    """

    def __init__(self, strings: Strings) -> None:
        self._speech = _speech(strings)

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - jinja2's own name
        self.generic_visit(node)
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        if name not in TRANSLATING:
            return node
        node.args = [nodes.MarkSafe(argument) if isinstance(argument, nodes.Const) else argument for argument in node.args]
        if node.kwargs or name not in {"_", "gettext", "pgettext"} or not all(isinstance(argument, nodes.MarkSafe) for argument in node.args):
            return node
        said = self._speech[name](*(Markup(argument.expr.value) for argument in node.args))  # type: ignore[attr-defined]  # noqa: S704 - the template's own
        return nodes.MarkSafe(nodes.Const(str(said)), lineno=node.lineno)


TRANSLATING = {"_": 1, "gettext": 1, "ngettext": 1, "pgettext": 2, "npgettext": 2}
"""The functions that translate (``{% trans %}`` becomes calls of them), and how many arguments a message is found by."""


class _Environment(Environment):
    """Jinja's, but that a template does not see what is not published: whatever a theme writes, it can only be an error."""

    context_class = QuickContext

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - as Jinja has it
        """What ``a.b`` is."""
        if obj.__class__ not in OPEN and is_unseen(obj, attribute):
            return self.undefined(obj=obj, name=attribute)
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 - as Jinja has it
        """What ``a["b"]`` is, and what filters look for in each of many."""
        return self.undefined(obj=obj, name=argument) if isinstance(argument, str) and is_unseen(obj, argument) else super().getitem(obj, argument)


class _Missing(StrictUndefined):
    """What a template gets for a name that is not there: an error as soon as it is used, with the nearest name there is."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name, owner = str(self._undefined_name), self._undefined_obj
        if owner is missing:
            return f"there is nothing called '{name}' here"
        near = get_close_matches(name, [known for known in dir(owner) if not known.startswith("_")], 1)
        return f"'{type(owner).__name__}' has no '{name}'" + (f"; did you mean '{near[0]}'?" if near else "")


def _explain(error: Exception, templates: set[str]) -> NoReturn:
    """Raise the theme's mistake behind an error, with its place; an error of the program goes on as it is."""
    if isinstance(error, TemplateSyntaxError):
        raise unreadable(error, error.filename or "") from error
    span, ours = _place(error, templates)
    if span is None or ours:
        raise error
    help_ = "mend this line of the template"
    raise ThemeError(Diagnostic(span, "E507", f"this template cannot be filled in: {error}", help_)) from error


def _place(error: Exception, templates: set[str]) -> tuple[Span | None, bool]:
    """The last line of a template that was being filled in, and whether the error arose deeper, in the program itself."""
    span, ours, trace = None, False, error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file in templates:
            span, ours = Span(file, trace.tb_lineno), False
        elif trace.tb_frame.f_globals.get("__name__", "").startswith("mcsite."):
            ours = trace.tb_frame.f_globals["__name__"] not in _ENGINE
        trace = trace.tb_next
    return span, ours


_ENGINE = (__name__, QuickContext.__module__)
"""Where an error arises that a template has called for."""


def unreadable(error: TemplateSyntaxError, shown: str) -> ThemeError:
    """What jinja2 says about a template that it cannot read, with its place."""
    return ThemeError(Diagnostic(Span(shown, error.lineno), "E505", f"this template cannot be read: {error.message}", "mend this line of the template"))
