from dataclasses import dataclass

import pytest
from factory import edition, event, person, prose, session, settings

from mcsite.model.origin import Origin
from mcsite.model.people import Partner
from mcsite.render.frame import Frame, frame_of
from mcsite.render.strings import ENGLISH, Strings, Translation, key_of
from mcsite.render.templates import pages
from mcsite.render.theme_error import ThemeError
from mcsite.render.theme_sources import Sources

FRAME = Frame(settings(base_url="https://moves.example/m/"))


def sources(**texts):
    found = tuple((f"{name}.html", f"themes/mine/templates/{name}.html", text) for name, text in texts.items())
    return Sources(repr(found), found, (("site.css", "theme/site.css?v=1"),))


def drawn(text, frame=FRAME, /, **context):
    return pages.render(sources(a=text), "a.html", frame, context).decode()


def mistake(text, **context):
    with pytest.raises(ThemeError) as raised:
        drawn(text, **context)
    return raised.value.diagnostic


def test_everything_is_escaped_and_nothing_is_a_template_but_templates():
    assert drawn("{{ x }}", x="<b> {{ 7*7 }}") == "&lt;b&gt; {{ 7*7 }}"
    assert drawn('<a title="{{ x }}">', x='"><script>') == '<a title="&#34;&gt;&lt;script&gt;">'


def test_links_stand_under_the_path_of_the_site_and_others_stay_as_they_are():
    assert (
        drawn("{{ 'events/'|href }} {{ 'https://x.example/'|href }} {{ 'events/'|absolute }}")
        == "/m/events/ https://x.example/ https://moves.example/m/events/"
    )


def test_names_of_files_are_spelled_as_links_must_be():
    assert drawn("{{ 'assets/Über uns.pdf'|href }}") == "/m/assets/%C3%9Cber%20uns.pdf"


def test_prose_is_the_one_thing_that_is_not_escaped():
    assert drawn("{{ x|prose }}", x=prose("*hi* <script>")).startswith("<p><em>hi</em>")


def test_static_files_have_their_version_in_the_address():
    assert drawn("{{ static('site.css') }}") == "/m/theme/site.css?v=1"


def test_dates_are_in_the_language_of_the_site():
    one = session()
    assert drawn("{{ words.days(x.when) }}", x=one) == "Tuesday 6 January 2026"
    assert drawn("{{ words.days(x.when) }}", Frame(settings(language="de")), x=one) == "Dienstag, 6. Januar 2026"


def test_a_name_that_is_not_there_is_an_error_with_file_and_line():
    found = mistake("one\n{{ nobody }}")
    assert (found.code, found.span.path, found.span.line) == ("E507", "themes/mine/templates/a.html", 2)
    assert "nothing called 'nobody'" in found.message


def test_a_part_that_a_thing_does_not_have_is_an_error_with_the_nearest():
    found = mistake("\n\n{% if x.titel %}{% endif %}", x=session())
    assert found.span.line == 3
    assert "'Session' has no 'titel'; did you mean 'title'?" in found.message


@pytest.mark.parametrize(
    "text",
    ["{{ x.partner.contact }}", "{{ x.partner['contact'] }}", "{{ [x.partner]|map(attribute='contact')|first }}", "{{ x.hosts[0].title }}", "{{ x.setup }}"],
)
def test_a_template_cannot_say_what_is_not_published(text):
    gym = Partner(slug="gym", title="Gym", contact="SECRET", origin=Origin("content/partners/gym.md"))
    of = event(partner=gym, hosts=(person("bea", title="SECRET", public=False),), setup=10)
    assert "has no" in mistake(text, x=of).message
    assert drawn("{{ x.partner.title }}, {{ x.hosts|selectattr('public')|list|length }}", x=of) == "Gym, 0"


def test_a_sum_that_cannot_be_done_is_the_templates_mistake():
    assert mistake("{{ x + 1 }}", x="a").span.line == 1


def test_an_include_that_is_only_found_missing_later_is_the_templates_mistake():
    assert mistake("\n{% include x %}", x="z.html").span.line == 2


@dataclass(frozen=True)
class Broken:
    @property
    def title(self):
        return _deeper()


def _deeper():
    raise ZeroDivisionError


_deeper.__globals__["__name__"] = "mcsite.tests"


def test_a_fault_of_the_program_is_not_blamed_on_the_theme():
    with pytest.raises(ZeroDivisionError):
        drawn("{{ x.title }}", x=Broken())


def test_templates_see_no_environment_and_no_clock():
    for name in ("now", "env", "environ", "os", "open", "import", "config"):
        assert mistake("{{ " + name + " }}").code in {"E505", "E507"}


def test_compiled_templates_do_not_survive_a_change_of_the_text():
    assert [drawn(text) for text in ("one", "two", "one")] == ["one", "two", "one"]


def test_weeks_begin_as_the_country_has_it():
    text = "{% for day, cards in []|weeks(x) |first %}{{ day }} {% endfor %}"
    january = session().when.first_day.replace(day=1)
    assert drawn(text, x=january).split() == ["None", "None", "None", "2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04"]
    assert drawn(text, Frame(settings(language="en-US")), x=january).split()[-3:] == ["2026-01-01", "2026-01-02", "2026-01-03"]


def test_the_frame_of_an_edition_is_enough():
    assert drawn("{{ frame.settings.title }}", frame_of(edition(), ENGLISH)) == "Moves"


def spoken(text, /, **context):
    """A template in a language of three messages."""
    known = (
        Translation("Hello <b>%(name)s</b>", ("<b>%(name)s</b>, hallo",)),
        Translation("100%%", ("hundert %%",)),
        Translation("%(number)s hat", ("%(number)s Hut", "%(number)s Hüte"), "n != 1"),
        Translation(key_of("Open", "a door"), ("Offen",)),
    )
    found = (("a.html", "themes/mine/templates/a.html", text),)
    return pages.render(Sources(f"de {found}", found, (), Strings("de", "three messages", known)), "a.html", FRAME, context).decode()


def test_a_template_speaks_the_language_of_the_site():
    assert spoken('{{ _("100%%") }} {{ pgettext("a door", "Open") }} {{ _("Nobody translated me") }}') == "hundert % Offen Nobody translated me"
    assert spoken("{% trans name=x.y %}Hello <b>{{ name }}</b>{% endtrans %}", x={"y": "<Ada>"}) == "<b>&lt;Ada&gt;</b>, hallo"
    assert spoken('{{ _("Hello <b>%(name)s</b>", name="<Ada>") }}') == "<b>&lt;Ada&gt;</b>, hallo"


def test_a_template_counts_as_the_language_does():
    hats = "{% trans number=x %}{{ number }} hat{% pluralize %}{{ number }} hats{% endtrans %}"
    assert [spoken(hats, x=number) for number in (1, 2)] == ["1 Hut", "2 Hüte"]
    assert drawn(hats, x=2) == "2 hats"


def test_a_message_that_is_worked_out_is_translated_too_or_is_anybodys_text():
    assert spoken("{{ _(x) }}", x="100%%") == "hundert %"
    assert spoken("{{ _(x) }}{{ ngettext(x, x, 2) }}", x="<b> 5 %") == "&lt;b&gt; 5 %&lt;b&gt; 5 %"
    assert drawn("{{ _('<b>%(x)s</b>', x=x) }}", x="<") == "<b>&lt;</b>"
