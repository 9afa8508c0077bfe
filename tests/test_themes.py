"""Themes of one's own: the one in this repository, and the one that the README tells how to make."""

import re

from story import REPOSITORY, Story

THEMES = re.compile(r"^## Themes\n(.*?)^## ", re.DOTALL | re.MULTILINE)
FILE = re.compile(r"Write `(themes/[\w./]+)`[^`]*```\w+\n(.*?)```", re.DOTALL)


def set_in(site: Story, theme: str) -> Story:
    for path in sorted((REPOSITORY / "themes" / theme).rglob("*")):
        if path.is_file():
            site.write(path.relative_to(REPOSITORY).as_posix(), path.read_bytes())
    return site.settings(f"theme: {theme}")


def test_a_theme_gives_what_it_has_and_takes_the_rest_from_the_default(site: Story) -> None:
    set_in(site, "garden").build()
    assert "Nothing grows here" in site.read("404.html")
    assert "In bloom soon" in site.read("index.html")
    assert re.search(r"mood\.css\?v=.*garden\.css\?v=", site.read("index.html"), re.DOTALL)
    assert re.search(r"mood\.css\?v=.*garden\.css\?v=", site.read("embed/index.html"), re.DOTALL)
    assert site.read("theme/site.css") == (REPOSITORY / "themes/default/static/site.css").read_text("utf-8")


def test_an_edit_of_its_colours_makes_pages_anew_and_only_them(site: Story) -> None:
    set_in(site, "garden").build()
    site.write("themes/garden/static/garden.css", ":root { --accent: #040 }")
    written = site.build().written
    assert {"theme/garden.css", "index.html", "embed/index.html"} <= written
    assert all(path.endswith((".html", ".css")) for path in written)


def test_what_the_readme_says_of_a_theme_of_ones_own_is_all_it_takes(site: Story) -> None:
    chapter = THEMES.search((REPOSITORY / "README.md").read_text("utf-8"))
    assert chapter is not None
    files = {path: "\n".join(line.removeprefix("   ") for line in text.split("\n")) for path, text in FILE.findall(chapter[1])}
    assert sorted(files) == ["themes/mine/static/mine.css", "themes/mine/templates/mood.html"]
    for path, text in files.items():
        site.write(path, text)
    assert site.settings("theme: mine").build().diagnostics == ()
    assert "--accent: light-dark(#0f5c7a, #8fd0ea)" in site.read("theme/mine.css")
    assert "theme/mine.css?v=" in site.read("index.html")


def test_the_named_colours_of_the_readme_are_those_of_the_theme() -> None:
    chapter = THEMES.search((REPOSITORY / "README.md").read_text("utf-8"))
    assert chapter is not None
    known = set(re.findall(r"(--[\w-]+):", (REPOSITORY / "themes/default/static/mood.css").read_text("utf-8")))
    assert set(re.findall(r"(--[\w-]+):", chapter[1])) <= known
