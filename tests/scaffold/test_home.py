"""What people say about where their site will live."""

import pytest
from refused import refusal

from mcsite.scaffold.home import Home, home, of_clone, pages_address, placeholder


@pytest.mark.parametrize("text", ["maren/moves", "github.com/Maren/moves", "https://github.com/maren/moves.git", "git@github.com:maren/moves.git"])
def test_a_repository_on_github_has_its_address(text):
    assert home(text) == Home(("github",), "https://maren.github.io/moves/")


def test_a_repository_named_like_the_address_is_a_person_s_own_site():
    assert pages_address("Maren", "maren.github.io") == "https://maren.github.io/"


@pytest.mark.parametrize(
    ("text", "hosts", "address", "domain"),
    [
        ("maren.github.io/moves", ("github",), "https://maren.github.io/moves/", ""),
        ("moves.netlify.app", ("netlify",), "https://moves.netlify.app/", ""),
        ("www.moves.example", (), "https://www.moves.example/", "www.moves.example"),
        ("http://moves.example/yoga/", (), "http://moves.example/yoga/", "moves.example"),
    ],
)
def test_an_address_says_its_host_unless_it_is_one_s_own(text, hosts, address, domain):
    there = home(text)
    assert (there, there.domain) == (Home(hosts, address), domain)


@pytest.mark.parametrize(("word", "hosts"), [("GitHub", ("github",)), ("github pages", ("github",)), ("netlify", ("netlify",)), ("later", ()), ("other", ())])
def test_a_host_may_be_named_before_there_is_an_address(word, hosts):
    assert home(word) == Home(hosts)


@pytest.mark.parametrize(
    "text", ["", "moves", "the web", "https://github.com/maren", "app.netlify.com", "https://moves.example/?page=1", "javascript:alert(1)"]
)
def test_what_is_no_place_for_a_site_is_refused(text):
    assert refusal(home, text).help


def cloned(folder, address):
    (folder / ".git").mkdir()
    (folder / ".git" / "config").write_text(
        f'[core]\n\tbare = false\n[remote "origin"]\n\tfetch = +refs\n\turl = {address}\n[branch "main"]\n\tremote = origin\n'
    )
    return of_clone(folder)


def test_a_fresh_clone_knows_its_address(tmp_path):
    assert cloned(tmp_path, "git@github.com:maren/moves.git") == Home(("github",), "https://maren.github.io/moves/")


def test_a_clone_from_elsewhere_and_a_new_folder_know_nothing(tmp_path):
    assert cloned(tmp_path, "https://codeberg.org/maren/moves.git") == of_clone(tmp_path / "new") == Home()


def test_an_address_to_be_replaced_has_the_form_that_the_host_gives():
    assert [placeholder(hosts, "moves") for hosts in (("netlify",), ("github",), ())] == [
        "https://moves.netlify.app/",
        "https://example.github.io/moves/",
        "https://example.github.io/moves/",
    ]
