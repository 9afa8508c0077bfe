"""Everything that the program and its default theme say in a site's language, found where it is said."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, nodes
from jinja2.ext import babel_extract

from mcsite.model.settings import KINDS

REPOSITORY = Path(__file__).resolve().parent.parent
TEMPLATES = REPOSITORY / "themes/default/templates"
_GETTEXT = ("_", "gettext", "ngettext", "pgettext", "npgettext")
_TAG = re.compile(r"<[^<>]*>")
_SPOKEN = re.compile(r'\b(?:alt|title|aria-label|placeholder|content|data-done)="([^"]*)"')
"""Attributes that are read out or shown; of ``content`` only what a template says itself is looked at."""


@dataclass(frozen=True, order=True)
class Message:
    """A message in English: ``many`` for one that counts, ``context`` for one that needs it."""

    context: str
    one: str
    many: str = ""


def environment() -> Environment:
    """Enough to read a template."""
    found = Environment(extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True, autoescape=True)
    found.policies["ext.i18n.trimmed"] = True
    return found


def messages() -> dict[Message, str]:
    """Every message, and a place where it is said."""
    return dict([*_of_templates(), *_of_programs(), *((Message("kind of gathering", kind.title), "mcsite/model/settings.py") for kind in KINDS)])


def _of_templates() -> Iterator[tuple[Message, str]]:
    options = {"trimmed": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false", "newstyle_gettext": "true"}
    for path in sorted(TEMPLATES.glob("*.html")):
        with path.open("rb") as file:
            for line, function, said, _ in babel_extract(file, _GETTEXT, (), options):
                texts = [said] if isinstance(said, str) else [text for text in said if text is not None]
                context = texts.pop(0) if function.startswith(("pg", "npg")) else ""
                many = texts[1] if function.startswith("n") else ""
                yield Message(context, texts[0], many), f"{path.name}:{line}"


def _of_programs() -> Iterator[tuple[Message, str]]:
    """What is handed to ``say`` and ``plural``; anything but plain words there is an error of ours."""
    for path in sorted((REPOSITORY / "mcsite").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and (number := {"say": 1, "plural": 2}.get(_name(node.func))) and node.args:
                texts = [argument.value for argument in node.args[:number] if isinstance(argument, ast.Constant)]
                place = f"{path.relative_to(REPOSITORY).as_posix()}:{node.lineno}"
                assert len(texts) == number, f"{place}: a message is worked out, so that nobody can translate it"
                yield Message("", *texts), place


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def bare_words(template: str) -> list[str]:
    """The words and marks that a template says without asking for their translation."""
    written = ""
    for node in environment().parse(template).find_all(nodes.Output):
        for part in node.nodes:
            written += part.data if isinstance(part, nodes.TemplateData) else "\0".join(("", *_constants(part), ""))
    text = _TAG.sub("\0", re.sub(r"<style>.*?</style>|<textarea.*?</textarea>", "\0", written, flags=re.DOTALL))
    marks = re.findall(r"[,;:?!](?=[\0\s])", text)
    words = [word for shown in (text, *_SPOKEN.findall(written)) for word in re.findall(r"[^\W\d_]{2,}", re.sub(r"&\w+;", " ", shown))]
    return sorted({*marks, *words})


def _constants(node: nodes.Expr) -> Iterator[str]:
    """Texts that an expression may put on the page as they are: not what is compared, looked up, or handed to a function."""
    match node:
        case nodes.Const(value=str() as text):
            yield text
        case nodes.CondExpr(expr1=one, expr2=other):
            yield from (*_constants(one), *(_constants(other) if other else ()))
        case nodes.Concat(nodes=parts):
            yield from (text for part in parts for text in _constants(part))
        case nodes.Or(left=one, right=other) | nodes.And(left=one, right=other) | nodes.Add(left=one, right=other):
            yield from (*_constants(one), *_constants(other))
        case nodes.Call(node=nodes.Name(name=name), args=arguments) if name not in {*_GETTEXT, "static"}:
            yield from (text for argument in arguments for text in _constants(argument) if " " in text)
