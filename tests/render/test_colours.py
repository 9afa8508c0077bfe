import re

import pytest
from story import REPOSITORY

from mcsite.render.colours import CONTRAST, MOODS, Paper, contrast, readable_on, stylesheet

PAPERS = [pytest.param(paper, id=f"{name}-{time}") for name, mood in MOODS.items() for time, paper in (("day", mood.day), ("night", mood.night))]


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize("paper", PAPERS)
def test_what_is_written_on_a_paper_can_be_read(paper):
    for ground in (paper.paper, paper.paper_deep):
        assert contrast(paper.ink, ground) >= 7
        assert contrast(paper.ink_soft, ground) >= CONTRAST
    assert contrast(paper.line_strong, paper.paper) >= 3


@pytest.mark.parametrize("paper", PAPERS)
def test_every_accent_becomes_a_shade_that_can_be_read(paper):
    for red in range(0, 256, 51):
        for green in range(0, 256, 51):
            for blue in range(0, 256, 51):
                shade = readable_on(paper, f"#{red:02x}{green:02x}{blue:02x}")
                assert contrast(shade, paper.paper) >= CONTRAST
                assert contrast(shade, paper.paper_deep) >= CONTRAST
                assert max(contrast(paper.paper, shade), contrast(paper.ink, shade)) >= CONTRAST


def test_an_accent_that_can_be_read_stays_as_it_is():
    assert readable_on(MOODS["warm"].day, "#1f4f82") == "#1f4f82"


def test_the_first_mood_is_that_of_the_theme():
    css = (REPOSITORY / "themes/default/static/mood.css").read_text("utf-8")
    own = re.findall(r"--(paper|paper-deep|ink|ink-soft|line|line-strong): light-dark\((.*), (.*)\);", css)
    warm = MOODS["warm"]
    assert own == [(name.replace("_", "-"), getattr(warm.day, name), getattr(warm.night, name)) for name in Paper.__dataclass_fields__]


def test_an_accent_alone_leaves_a_theme_its_papers_and_a_mood_brings_its_own():
    assert re.findall(r"--([a-z-]+):", stylesheet("warm", "#1f4f82")) == ["accent", "on-accent"]
    assert "--paper: light-dark(#eff4f5, #17262e);" in stylesheet("sea", "#1f4f82")
