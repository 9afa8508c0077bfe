from mcsite.model.prose import Picture, Prose
from mcsite.render.prose_tree import count_words, cut, tree

BASE = "https://moves.example/"


def _tree(source, **more):
    return tree(Prose(source, **more), BASE)


def test_a_text_becomes_nodes_without_the_blanks_between_blocks():
    assert _tree("One *two*\nthree.\n\n- a\n- b") == [
        {"t": "p", "a": {}, "c": ["One ", {"t": "em", "a": {}, "c": ["two"]}, " three."]},
        {"t": "ul", "a": {}, "c": [{"t": "li", "a": {}, "c": ["a"]}, {"t": "li", "a": {}, "c": ["b"]}]},
    ]


def test_a_blank_between_two_words_stays():
    assert _tree("*one* **two**")[0]["c"][1] == " "


def test_links_lead_to_complete_addresses():
    (line,) = _tree("[x](swap.md)", links=(("swap.md", "events/swap/"),))
    assert line["c"][0]["a"] == {"href": "https://moves.example/events/swap/"}


def test_a_picture_that_can_be_shown_says_which():
    prose = Prose("![A cat](my cat.svg)\n", pictures=(("my%20cat.svg", Picture("assets/my cat.svg", 1, 1)), ("my cat.svg", Picture("assets/my cat.svg", 1, 1))))
    shown = tree(prose, BASE, {"assets/my cat.svg"})
    found = [node for node in shown[0]["c"] if not isinstance(node, str)] if shown else []
    assert [node["a"] for node in found if node["t"] == "img"] in ([], [{"alt": "A cat", "picture": "assets/my cat.svg"}])


def test_cells_keep_their_alignment():
    (scroll,) = _tree("| A | B |\n|---|--:|\n| 1 | 2 |")
    head = scroll["c"][0]["c"][0]["c"][0]
    assert [cell["a"].get("align") for cell in head["c"]] == [None, "right"]


def test_code_keeps_its_lines():
    assert _tree("```\na\n  b\n```")[0]["c"][0]["c"] == ["a\n  b\n"]


def test_the_beginning_of_a_text_has_as_many_words_as_asked():
    whole = _tree("One *two three* four.\n\nFive.")
    assert count_words(whole) == 5
    assert [count_words(cut(whole, words)) for words in range(7)] == [0, 1, 2, 3, 4, 5, 5]
    assert cut(whole, 2) == [{"t": "p", "a": {}, "c": ["One ", {"t": "em", "a": {}, "c": ["two"]}]}]
