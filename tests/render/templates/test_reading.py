"""A template that is only read tells what it says, and where it cannot be read."""

import pytest

from mcsite.render.strings import key_of
from mcsite.render.templates.reading import outline
from mcsite.render.theme_error import ThemeError


def test_an_outline_names_what_is_said():
    text = '{{ _("a") }}{{ pgettext("c", "b") }}{% trans number=x %}one{% pluralize %}many{% endtrans %}'
    found = outline("a.html", "a.html", text)
    assert found.messages == ("a", key_of("b", "c"), "one")
    assert not found.says_anything
    assert outline("a.html", "a.html", "{{ _(x) }}").says_anything


def test_a_template_that_cannot_be_read_says_where():
    with pytest.raises(ThemeError) as caught:
        outline("a.html", "themes/x/a.html", "fine\n{% if %}")
    assert (caught.value.diagnostic.code, caught.value.diagnostic.span.path, caught.value.diagnostic.span.line) == ("E505", "themes/x/a.html", 2)
