"""Pages are filled in quickly, and hold what Jinja itself would write."""

from functools import lru_cache, partial

import pytest
from factory import edition, event, person, session, settings
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined, pass_context, pass_environment, pass_eval_context
from markupsafe import Markup, escape

from mcsite.model.foreign import Foreign
from mcsite.render.templates.quick import Lines, QuickContext, escaped


class Quick(Environment):
    context_class = QuickContext


class Sayer:
    """Can be called, with or without the context."""

    def plain(self, word, *more, **named):
        return f"<{word}>{more}{named}"

    @pass_context
    def knowing(self, context, word):
        return f"{word} {context['x']} {sorted(context.vars)}"

    def __call__(self, word):
        return f"called {word}"


class Knowing:
    @pass_context
    def __call__(self, context, word):
        return f"{word} {context['x']}"


@pass_eval_context
def escaping(context, word):
    return f"{word} {context.autoescape}"


@pass_environment
def placed(environment, word):
    return f"{word} {type(environment).__mro__[-2].__name__}"


GIVEN = {
    "x": "<x>",
    "sayer": Sayer(),
    "knowing": Knowing(),
    "escaping": escaping,
    "placed": placed,
    "part": partial(Sayer().plain, "p"),
    "known_part": partial(escaping),
    "cached": lru_cache(str.upper),
    "things": ["a&b", 5, None, Markup("<i>")],
}
TEMPLATES = [
    "{{ sayer.plain('a', 1, two=2) }}{{ sayer('b') }}{{ knowing('c') }}{{ part('q') }}{{ cached('up') }}{{ 'low'.upper() }}{{ range(3)|list }}",
    "{% for thing in things %}{{ sayer.knowing(thing) }}{{ escaping(thing) }}{{ placed(loop.index) }}{{ thing }}{% endfor %}",
    "{% macro m(a, b='<b>') %}{{ a }}{{ b }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(x) }}{{ m('&', 2, 3, c=4) }}{{ m(b=1) if false }}",
    "{% macro m(a) %}{{ caller(a) }}{% endmacro %}{% call(y) m('<') %}{{ y }}{{ x }}{% endcall %}",
    "{% block b %}{% for thing in things %}{{ sayer.plain(thing) }}{{ sayer.knowing(thing) }}{% endfor %}{% endblock %}{{ self.b() }}",
    "{% set n = namespace(a=1) %}{% for thing in things recursive %}{{ loop(things) if false }}{{ dict(a=thing) }}{% endfor %}{{ n.a }}",
    "{% set y %}{{ x }}<b>{% endset %}{{ y }}{{ y ~ x }}{{ [y, x]|join(', ') }}",
]


def drawn(kind, text):
    environment = kind(autoescape=True, undefined=StrictUndefined)
    return environment.from_string(text).render(GIVEN)


@pytest.mark.parametrize("text", TEMPLATES)
def test_everything_is_called_as_jinja_calls_it(text):
    assert drawn(Quick, text) == drawn(Environment, text)


@given(st.text() | st.text(alphabet="&<>\"'a ") | st.integers() | st.none() | st.text().map(Markup) | st.builds(Foreign, st.text(max_size=3), st.just("de")))
def test_what_is_escaped_is_what_markupsafe_escapes(value):
    assert escaped(value) == escape(value)


def test_things_of_the_model_are_escaped_alike():
    for value in (event("a&b"), session(), person("x"), settings(), edition().today):
        assert escaped(value) == escape(value)


def test_a_line_is_made_once_for_a_thing_and_is_what_its_macro_makes():
    lines = Environment(autoescape=True).from_string("{% macro line(a, b=1) %}{{ a.title }} {{ b }} <{{ a }}>{% endmacro %}").module
    once, one, other = Lines().once, event("a&b"), event("a&b")
    assert once(lines.line, one, 2) == lines.line(one, 2)
    assert once(lines.line, one, 2) is once(lines.line, one, 2)
    assert once(lines.line, one, 3) == lines.line(one, 3) != once(lines.line, one, 2)
    assert once(lines.line, other, 2) is not once(lines.line, one, 2)


def test_things_that_come_and_go_are_not_taken_for_each_other(monkeypatch):
    monkeypatch.setattr("mcsite.render.templates.quick._REMEMBERED", 3)
    once = Lines().once
    for number in range(50):
        assert once(repr, [number]) == f"[{number}]"
