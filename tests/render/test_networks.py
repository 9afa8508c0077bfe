import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mcsite.render.graphemes import count, graphemes
from mcsite.render.networks import NETWORKS, cut

BY_NAME = {network.name: network for network in NETWORKS}
LINK = "https://example.org/a/very/long/address/that/no/network/counts/in/full/"


@pytest.mark.parametrize(
    ("name", "text", "size"),
    [
        ("X", f"Come {LINK}", 28),
        ("X", "é日本", 5),
        ("X", "e\u0301", 1),
        ("Mastodon", f"Come {LINK} 👨\u200d👩\u200d👧", 30),
        ("Bluesky", "👨\u200d👩\u200d👧", 2),
        ("Bluesky", "kind", 4),
        ("Threads", "a👍", 5),
        ("Instagram", "a👍", 3),
        ("LinkedIn", LINK, len(LINK)),
    ],
)
def test_each_network_counts_in_its_own_way(name, text, size):
    assert BY_NAME[name].size(text) == size


def test_a_text_as_long_as_a_network_takes_is_taken_and_a_longer_one_is_not():
    assert all(network.takes("a" * network.most) and not network.takes("a" * (network.most + 1)) for network in NETWORKS)


def test_a_text_is_cut_after_a_word_and_a_mark_before_the_cut_goes():
    assert cut("Bring a mat, and a jumper.", 13) == "Bring a mat…"
    assert cut("Bring a mat.", 12) == "Bring a mat."
    assert cut("", 3) == ""


def test_a_word_that_is_too_long_is_cut_between_letters():
    assert cut("Wirbelsäulengymnastik am Abend", 10) == "Wirbelsäu…"
    assert cut("👨\u200d👩\u200d👧" * 5, 3) == "👨\u200d👩\u200d👧" * 2 + "…"
    assert cut("क्षक्षक्ष", 2) == "क्ष…"


def test_a_script_without_blanks_is_cut_after_its_marks():
    assert cut("肩をほぐす。背中を伸ばす。", 8) == "肩をほぐす。…"


def test_an_address_is_whole_or_not_there():
    assert cut(f"{LINK} is where", 20) == ""
    assert cut(f"See {LINK} for more of it", len(LINK) + 8) == f"See {LINK} …"
    assert cut(f"See {LINK} for more of it", len(LINK)) == "See…"


def test_a_mark_that_ends_a_sentence_keeps_its_accent():
    assert cut("a。\u0301aa", 3) == "a。\u0301…"


TEXTS = st.text(st.sampled_from("ab cd,. é👍🇩🇪\u200d\u0301क\u094dष\n日。"), max_size=60) | st.just(f"come to {LINK} or stay")


@given(TEXTS, st.integers(0, 40), st.sampled_from(NETWORKS))
def test_what_is_left_is_a_beginning_that_fits(text, room, network):
    text = text.strip()
    kept = cut(text, room, network.size)
    assert network.size(kept) <= room or not kept
    beginning = re.sub(r" ?…$", "", kept)
    assert text.startswith(beginning)
    letters = list(graphemes(text))
    assert any("".join(letters[:number]) == beginning for number in range(len(letters) + 1)) or count(beginning) == 0 or text == kept
