import pytest

from mcsite.render.templates.use import used_by
from mcsite.render.theme_error import ThemeError


def texts(**found):
    return {f"{name}.html": (f"themes/mine/templates/{name}.html", text) for name, text in found.items()}


def use(given=(), **found):
    return used_by("a.html", texts(**found), {"site.css", "site.js"}, frozenset(given))


def mistake(given=(), **found):
    with pytest.raises(ThemeError) as raised:
        use(given, **found)
    said = raised.value.diagnostic
    return said.code, f"{said.span.path.rpartition('/')[2]}:{said.span.line}", said.message, said.help


def test_everything_is_found_through_extends_include_and_import():
    used = use(a="{% extends 'b.html' %}", b="{% include 'c.html' %}{{ static('site.css') }}", c="{% import 'd.html' as d %}", d="", e="")
    assert used.templates == ("a.html", "b.html", "c.html", "d.html")
    assert used.statics == ("site.css",)


def test_a_name_that_is_worked_out_later_may_be_any():
    assert use(a="{% include frame.settings.title %}", b="").templates == ("a.html", "b.html")


def test_what_may_be_missing_is_no_mistake():
    assert use(a="{% include 'z.html' ignore missing %}").templates == ("a.html",)


def test_a_template_that_cannot_be_read_is_named_with_its_line():
    assert mistake(a="one\n{% iff x %}\n")[:2] == ("E505", "a.html:2")
    code, place, message, _ = mistake(a="one\ntwo\n{{ x|shout }}\n")
    assert (code, place) == ("E505", "a.html:3")
    assert "shout" in message


def test_a_missing_template_is_named_where_it_is_asked_for():
    assert mistake(a="\n{% include 'bb.html' %}", b="") == ("E506", "a.html:2", "there is no template 'bb.html'", "did you mean 'b.html'?")


def test_templates_that_extend_each_other_are_named_in_their_circle():
    code, place, message, _ = mistake(a="{% extends 'b.html' %}", b="\n{% extends 'a.html' %}")
    assert (code, place) == ("E503", "b.html:2")
    assert "a.html → b.html → a.html" in message


def test_a_template_may_include_itself():
    assert use(given=("n",), a="{% if n %}{% include 'a.html' %}{% endif %}").templates == ("a.html",)


def test_a_missing_static_file_is_named_with_the_nearest():
    assert mistake(a="{{ static('sites.css') }}") == ("E508", "a.html:1", "the theme has no static file 'sites.css'", "did you mean 'site.css'?")


def test_a_name_that_nobody_gives_is_refused_before_anything_is_made():
    code, place, message, help_ = mistake(given=("event",), a="{% include 'b.html' %}", b="\n\n{{ evnt.title }}")
    assert (code, place, help_) == ("E507", "b.html:3", "did you mean 'event'?")
    assert "'evnt'" in message


def test_names_that_templates_give_each_other_are_known():
    use(given=("rows",), a="{% from 'm.html' import line %}{% for row in rows %}{% include 'b.html' %}{{ line(row) }}{% endfor %}", b="{{ row }}{{ frame }}",
        m="{% macro line(it) %}{{ it }}{{ words }}{{ caller }}{% endmacro %}")  # fmt: skip


def test_nothing_is_asked_of_names_when_nobody_says_which_are_given():
    assert use(a="{{ anything }}").templates == ("a.html",)
