"""Fenced code, as CommonMark 4.5 tells it."""

import pytest

from mcsite.source.fences import fences


def found(text):
    lines = text.split("\n")
    return [(fence.first, fence.last, fence.word, fence.closed, fence.code(lines)) for fence in fences(lines)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("```\na\n```", [(0, 2, "", True, "a\n")]),
        ("~~~ python x\na\n~~~", [(0, 2, "python", True, "a\n")]),
        ("```\na\n~~~\n```", [(0, 3, "", True, "a\n~~~\n")]),
        ("````\n```\n````", [(0, 2, "", True, "```\n")]),
        ("```\na\n`````", [(0, 2, "", True, "a\n")]),
        ("```\n```", [(0, 1, "", True, "")]),
        ("  ```\n  a\n   b\nc\n  ```", [(0, 4, "", True, "a\n b\nc\n")]),
        ("```\na\n\nb", [(0, 3, "", False, "a\n\nb\n")]),
        ("``` a`b", []),
        ("``\na\n``", []),
        ("`a` ```b```", []),
        ("```\na\n```\n```\nb\n```", [(0, 2, "", True, "a\n"), (3, 5, "", True, "b\n")]),
        ("```\na\n``` not the end\n```", [(0, 3, "", True, "a\n``` not the end\n")]),
        ("", []),
    ],
)
def test_a_fence_is_found_with_its_code(text, expected):
    assert found(text) == expected
