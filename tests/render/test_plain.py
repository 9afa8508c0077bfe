"""Rendered prose as plain text."""

from dataclasses import replace

import pytest

from mcsite.model.prose import Picture, Prose
from mcsite.render.picture_tag import picture_tag
from mcsite.render.plain import plain_text
from mcsite.render.prose import to_text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("# Title\n\nOne *two* **three** `four`.", "Title\n\nOne two three four."),
        ("one\ntwo  \nthree", "one two\nthree"),
        ("Bring:\n- mat\n- water", "Bring:\n\n- mat\n- water"),
        ("- a\n  - b\n    - c\n- d", "- a\n  - b\n    - c\n- d"),
        ("3. three\n4. four\n   1. one", "3. three\n4. four\n  1. one"),
        ("- a\n\n  more\n- b\n\nafter", "- a\n  more\n- b\n\nafter"),
        ("- [ ] a\n- [x] b", "- ☐ a\n- ☑ b"),
        ("[x](https://example.org/y)", "x (https://example.org/y)"),
        ("<https://example.org/y>", "https://example.org/y"),
        ("https://example.org/y", "https://example.org/y"),
        ("hello@example.org, [write](mailto:hello@example.org)", "hello@example.org, write (hello@example.org)"),
        ("[x](../events/swap.md) [y](#z)", "x (https://example.org/events/swap/) y"),
        ("![A warm room](room.jpg) here", "A warm room here"),
        ("| Time | What |\n|---|---|\n| 18:00 | Warm up |\n| 18:10 | Stretch |", "Time · What\n18:00 · Warm up\n18:10 · Stretch"),
        ("At ~~18:00~~ 19:00", "At 19:00"),
        ("One[^1] two[^2]\n\n[^1]: First.\n[^2]: Second.", "One[1] two[2]\n\n1. First.\n2. Second."),
        ("> quoted\n\nafter", "quoted\n\nafter"),
        ("a\n\n---\n\nb", "a\n\nb"),
        ("```\ncode  here\n  deep\n```", "code  here\n  deep"),
        ("- a\n  ```\n  x\n  y\n  ```", "- a\n  x\n  y"),
        ("5 < 6 &amp; 7 &gt; 6", "5 < 6 & 7 > 6"),
        ("\\*not a list\\*", "*not a list*"),
        ('"It\'s"', "“It’s”"),
        ("<details><summary>More</summary>Hidden</details>", "More\nHidden"),
        ("<dl><dt>Bring</dt><dd>A mat</dd></dl>", "Bring: A mat"),
    ],
)
def test_what_is_read_aloud(markdown, text):
    prose = Prose(markdown, (("../events/swap.md", "events/swap/"),), (("room.jpg", Picture("assets/room.jpg", 1, 1)),))
    assert to_text(prose, "https://example.org/") == text


def test_no_mark_of_html_is_left():
    assert plain_text("<p>a&nbsp;b &lt;b&gt;</p>") == "a\u00a0b <b>"


def test_a_picture_with_copies_is_read_once():
    picture = Picture("assets/room.jpg", 1000, 750, "A warm room", "assets/room-0123456789ab/")
    assert plain_text(f"<p>Here: {picture_tag(picture, '/')}</p>") == plain_text(f"<p>Here: {picture_tag(replace(picture, copies=''), '/')}</p>")
