import pytest

from mcsite.diagnostics import Span
from mcsite.render.theme_chain import chain
from mcsite.render.theme_error import ThemeError

HERE = Span("content/site.md", 5, 8)


def write(root, path, text):
    file = root / "themes" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def mistake(root, name):
    with pytest.raises(ThemeError) as raised:
        chain(root, name, HERE)
    return raised.value.diagnostic


def shown(root, name):
    return [folder.shown for folder in chain(root, name, HERE)]


def test_the_chain_is_the_sites_own_folder_what_it_extends_and_the_default_theme(tmp_path):
    write(tmp_path, "mine/theme.toml", 'title = "Mine"\nextends = "other"\n')
    write(tmp_path, "other/theme.toml", "")
    assert shown(tmp_path, "mine") == ["themes/mine", "themes/other", "themes/default"]


def test_a_sites_own_default_theme_goes_before_the_one_that_comes_with_the_program(tmp_path):
    write(tmp_path, "default/templates/404.html", "")
    first, second = chain(tmp_path, "default", HERE)
    assert first.path == tmp_path / "themes/default"
    assert second.path != first.path


def test_an_unknown_theme_is_named_where_it_was_chosen_with_the_nearest(tmp_path):
    write(tmp_path, "harbour/theme.toml", "")
    found = mistake(tmp_path, "harbor")
    assert (found.code, found.span, found.help) == ("E500", HERE, "did you mean 'harbour'?")


@pytest.mark.parametrize("name", ["../secret", "..", "", "a/b", "C:x"])
def test_a_theme_is_never_looked_for_outside_the_folder_of_themes(tmp_path, name):
    (tmp_path / "secret").mkdir()
    (tmp_path / "themes/a/b").mkdir(parents=True)
    assert mistake(tmp_path, name).code == "E500"


def test_what_is_extended_but_unknown_is_named_in_the_themes_own_file(tmp_path):
    write(tmp_path, "mine/theme.toml", 'title = "x"\nextends = "defualt"\n')
    found = mistake(tmp_path, "mine")
    assert (found.code, found.span, found.help) == ("E500", Span("themes/mine/theme.toml", 2, 1, 7), "did you mean 'default'?")


def test_a_file_that_is_not_toml_is_named_with_its_place(tmp_path):
    write(tmp_path, "mine/theme.toml", "title = 'x'\nextends = default\n")
    found = mistake(tmp_path, "mine")
    assert (found.code, found.span.path, found.span.line) == ("E501", "themes/mine/theme.toml", 2)


@pytest.mark.parametrize(("line", "help_"), [("extend = 'x'", "did you mean 'extends'?"), ("extends = 3", 'put it in quotes: extends = "default"')])
def test_a_wrong_key_is_named_with_what_to_write(tmp_path, line, help_):
    write(tmp_path, "mine/theme.toml", f"title = 'x'\n{line}\n")
    found = mistake(tmp_path, "mine")
    assert (found.code, found.span.line, found.help) == ("E502", 2, help_)


def test_themes_that_extend_each_other_are_named_in_their_circle(tmp_path):
    write(tmp_path, "a/theme.toml", "extends = 'b'")
    write(tmp_path, "b/theme.toml", "extends = 'a'")
    found = mistake(tmp_path, "a")
    assert found.code == "E503"
    assert "a → b → a" in found.message
