from mcsite.render.templates.outline import Outline
from mcsite.render.templates.reading import outline

TEXT = """{% extends "base.html" %}
{% from "place.html" import social, picture as shown %}
{% import "colophon.html" as colophon %}
{% set here = frame.settings %}
{% macro line(card) %}{{ card.title }}{{ late }}{% endmacro %}
{% include "mood.html" %}{% include "maybe.html" ignore missing %}
{% for one in coming %}{{ static("site.css") }}{{ _("Next") }}{{ pgettext("day", "Last") }}{% endfor %}
{{ static(one) if frame else late }}{{ _(late) }}
"""


def test_a_template_says_what_it_refers_to_and_where():
    assert outline("a.html", "themes/x/a.html", TEXT) == Outline(
        extends=(("base.html", 1),),
        uses=(("base.html", 1), ("mood.html", 6), ("colophon.html", 3), ("place.html", 2)),
        statics=(("site.css", 7),),
        asks=(("coming", 7), ("late", 5), ("one", 8)),
        sets=("card", "colophon", "here", "line", "one", "shown", "social"),
        open_ended=True,
        messages=("Next", "day\x04Last"),
        says_anything=True,
    )
