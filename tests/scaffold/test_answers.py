"""The answers stand in the files of a new site, and mean what was said."""

import pytest
from story import Story

from mcsite.scaffold.answers import Answers, filled
from mcsite.scaffold.site import STARTER


@pytest.mark.parametrize(
    ("timezone", "language", "currency"),
    [
        ("Europe/London", "en-GB", "GBP"),
        ("America/New_York", "en-US", "USD"),
        ("Asia/Kolkata", "en-IN", "INR"),
        ("Europe/Berlin", "en", "EUR"),
        ("UTC", "en", "EUR"),
    ],
)
def test_the_zone_says_in_which_english_and_in_which_money(timezone, language, currency):
    answers = Answers("Moves", timezone=timezone)
    assert (answers.language, answers.currency) == (language, currency)


@pytest.mark.parametrize("name", ["Moves: the club", "“Moves”", "'Til Late # 1", "[Moves]", "No", "- Moves -", "Move & Rest @NAME@"])
def test_a_name_is_read_back_as_it_was_typed(tmp_path, name):
    site = Story(tmp_path / "site").write("site.md", filled((STARTER / "content" / "site.md").read_text("utf-8"), Answers(name)))
    edition = site.prepare().edition
    assert edition is not None
    assert edition.site.settings.title == name


def test_what_is_no_answer_stays():
    assert filled("uses: actions/checkout@v7, me@EXAMPLE, @OTHER@", Answers("Moves")) == "uses: actions/checkout@v7, me@EXAMPLE, @OTHER@"
