"""What would be left out of a page is found where it stands, and nothing else is."""

import time

import pytest

from mcsite.source.embeds import Embed, embeds


def test_an_embedded_map_is_found_with_its_address():
    body = 'Here:\n\n  <IFRAME width=600 src="https://maps.example/1?a=b"></IFRAME>'
    assert list(embeds(body, 5)) == [Embed("iframe", "https://maps.example/1?a=b", 7, 3)]


def test_every_one_of_several_is_found():
    assert [(embed.name, embed.line) for embed in embeds("<script>x()</script>\n<style>p{}</style> <video controls>")] == [
        ("script", 1),
        ("style", 2),
        ("video", 2),
    ]


@pytest.mark.parametrize("body", ["`<iframe src=x>`", "    <script>\n", "```\n<form>\n```", "<!-- <iframe> -->", "<iframes>", "a < b", "<b>bold</b>", "script"])
def test_code_comments_and_harmless_elements_are_none(body):
    assert list(embeds(body)) == []


def test_a_hostile_text_takes_no_time():
    started = time.perf_counter()
    assert len(list(embeds("<form " * 5000))) == 5000
    assert time.perf_counter() - started < 2
