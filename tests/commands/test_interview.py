"""The four questions that begin a site."""

import io

import click
import pytest

from mcsite.commands.interview import Said, asked, likely_zone, named, say_what_was_taken, taken, titled, where, zone
from mcsite.scaffold.home import Home

NOTHING = Said(None, None, None, Home(), "moving-well")
CLONE = Home(("github",), "https://maren.github.io/moves/")


@pytest.fixture
def typing(monkeypatch):
    """``typing("Moves", "", …)``: what a person types, a line a question."""

    def lines(*answers):
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{answer}\n" for answer in answers)))

    return lines


def test_each_question_takes_an_answer(typing):
    typing("Moves", "Leeds", "Europe/London", "moves.netlify.app")
    answers, there = asked(NOTHING)
    assert (answers.name, answers.town, answers.timezone, answers.base_url) == ("Moves", "Leeds", "Europe/London", "https://moves.netlify.app/")
    assert there.hosts == ("netlify",)


def test_who_presses_enter_four_times_has_a_site_too(typing):
    typing("", "", "", "")
    answers, there = asked(NOTHING)
    assert (answers.name, answers.timezone, there) == ("Moving Well", "Europe/London", Home())


def test_what_was_said_is_not_asked(typing):
    typing("Leeds")
    said = Said("Moves", None, "Europe/Dublin", CLONE, "x")
    assert asked(said)[0].town == "Leeds"


def test_a_zone_that_was_mistyped_is_asked_for_again_with_those_that_are_like_it(typing, capsys):
    typing("Moves", "Leeds", "Lodon", "london", "later")
    assert asked(NOTHING)[0].timezone == "Europe/London"
    assert "there is no time zone 'Lodon'; did you mean Europe/London?" in capsys.readouterr().err


def test_an_own_address_does_not_say_who_publishes_it(typing):
    typing("Moves", "Leeds", "", "moves.example", "netlify")
    assert asked(NOTHING)[1] == Home(("netlify",), "https://moves.example/")


def test_on_github_the_repository_says_the_address(typing, capsys):
    typing("Moves", "Leeds", "", "github", "moves.example", "maren/moves")
    assert asked(NOTHING)[1] == CLONE
    assert "write your name on GitHub, a slash" in capsys.readouterr().err


def test_without_a_repository_yet_the_address_is_left_open(typing):
    typing("Moves", "Leeds", "", "github", "")
    answers, there = asked(NOTHING)
    assert (there, answers.base_url) == (Home(("github",)), "https://example.github.io/moves/")


def test_a_clone_is_offered_its_own_address(typing):
    typing("Moves", "Leeds", "", "")
    assert asked(Said(None, None, None, Home(), "moves", clone=CLONE))[1] == CLONE


def test_where_nobody_is_asked_the_rest_is_taken_and_said(capsys):
    said = Said("Moves", None, None, Home(("github",)), "moves", clone=CLONE)
    answers, there = taken(said)
    say_what_was_taken(said, answers)
    told = capsys.readouterr().err
    assert there == CLONE
    assert "--town      Yourtown" in told
    assert "--base-url  https://maren.github.io/moves/" in told
    assert "--name" not in told


@pytest.mark.parametrize(
    ("home", "there"),
    [
        (Home(), CLONE),
        (Home(("github",)), CLONE),
        (Home(("github", "netlify")), Home(("github", "netlify"), CLONE.address)),
        (Home(("netlify",)), Home(("netlify",))),
        (Home((), "https://moves.example/"), Home((), "https://moves.example/")),
    ],
)
def test_a_clone_says_where_it_will_live_unless_something_else_was_said(home, there):
    assert taken(Said("Moves", "Leeds", None, home, "moves", clone=CLONE))[1] == there


def test_when_everything_was_said_nothing_was_taken(capsys):
    said = Said("Moves", "Leeds", "Europe/London", CLONE, "moves")
    say_what_was_taken(said, taken(said)[0])
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("town", "system", "likely"),
    [
        ("Berlin", "Europe/London", "Europe/Berlin"),
        ("Leeds", "Europe/Dublin", "Europe/Dublin"),
        ("Leeds", "Etc/UTC", "Europe/London"),
        ("Leeds", "", "Europe/London"),
    ],
)
def test_the_town_knows_its_zone_best_then_the_computer(town, system, likely):
    assert likely_zone(town, system) == likely


def test_a_zone_may_be_called_by_its_city():
    assert zone("new york") == "America/New_York"
    with pytest.raises(click.BadParameter, match=r"did you mean .+ or .+"):
        zone("Bucarest")


def test_a_name_is_one_line_with_something_to_read():
    assert named(" Moving \n  Well ") == "Moving Well"
    with pytest.raises(click.BadParameter, match="at least one letter"):
        named("!")


def test_an_address_that_is_none_is_refused_with_one_that_is():
    with pytest.raises(click.BadParameter, match="write github, netlify, later"):
        where("the web")


@pytest.mark.parametrize(("folder", "name"), [("moving-well", "Moving Well"), ("NHS_walks", "NHS Walks"), ("--", "Our Small Circle")])
def test_a_folder_s_name_is_a_good_guess(folder, name):
    assert titled(folder) == name
