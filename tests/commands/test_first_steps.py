"""The last screen of ``mcsite init`` fits a terminal and leads to the web."""

from pathlib import Path

from mcsite.commands.first_steps import first_steps
from mcsite.scaffold.home import Home

PAGES = Home(("github",), "https://maren.github.io/moves/")


def told(there, *, cloned=False, found=True):
    return "\n".join(first_steps(Path("moves"), ("a", "b"), there, cloned=cloned, found=found))


def test_every_line_fits_eighty_columns():
    everything = told(Home(("github", "netlify"), "https://moves.example/"), found=False)
    assert max(map(len, everything.splitlines())) <= 80


def test_a_clone_is_pushed_and_anything_else_becomes_a_repository_first():
    assert "git init" not in told(PAGES, cloned=True)
    assert told(PAGES).index("git init -b main") < told(PAGES).index("git push -u origin main")


def test_on_github_the_source_is_chosen_and_the_address_told():
    assert 'choose "GitHub Actions" as the source' in told(PAGES)
    assert "the site is at https://maren.github.io/moves/" in told(PAGES)
    assert "Custom domain" not in told(PAGES)
    assert "Under Custom domain write moves.example" in told(Home(("github",), "https://moves.example/"))


def test_on_netlify_the_project_is_imported_and_the_nights_arranged():
    own = told(Home(("netlify",), "https://moves.example/"))
    assert "Import an existing project" in own
    assert "Under Domain management add moves.example" in own
    assert "nightly.yml" in own


def test_an_address_that_is_not_known_yet_is_asked_for_at_the_end():
    assert told(Home(("netlify",))).endswith("write it into site.md as base_url.")


def test_without_a_host_the_folder_is_named():
    assert "fills moves/output/public" in told(Home()).replace("\\", "/")


def test_who_runs_a_copy_that_no_host_can_find_is_told_to_say_where_it_is():
    assert "requirements.txt" in told(PAGES, found=False)
    assert "requirements.txt" not in told(PAGES)


def test_who_is_in_the_folder_already_need_not_go_there():
    here = "\n".join(first_steps(Path(), ("a",), PAGES, cloned=True, found=True))
    assert here.startswith("A new site is in this folder: 1 file.")
    assert "cd " not in here
    assert "--site" not in here
