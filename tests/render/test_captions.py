from dataclasses import replace

import pytest
from factory import edition, event, session, settings, when

from mcsite.model.event import Price, Status, Tag
from mcsite.render.captions import Post, caption, captions, hashtags, post_of
from mcsite.render.networks import NETWORKS
from mcsite.render.social_cards import cards_of, folder_of
from mcsite.render.strings import ENGLISH

LINK = "https://example.org/s/stretch/"
POST = Post(
    headline="Stretch Circle",
    when="Tuesday 6 January 2026, 18:00–18:45",
    place=("Harbour Cowork", "1 Quay", "HB1 1AA"),
    price="Drop-in free",
    summary="Slow movement for stiff shoulders.",
    hashtags=("#Stretch", "#Evening"),
    link=LINK,
    alt="Stretch Circle. Tuesday 6 January 2026.",
    strings=ENGLISH,
)
LONG = {
    "words": "slow movement for stiff shoulders and tired backs " * 60,
    "emoji": "👨\u200d👩\u200d👧 🧘🏽\u200d♀️ " * 120,
    "one word": "Wirbelsäulengymnastik" * 200,
    "hindi": "कंधों और पीठ के लिए धीरे-धीरे " * 120,
    "japanese": "肩と背中をゆっくりほぐします。" * 250,
    "address": "see https://example.org/" + "a/" * 500 + " for more " * 300,
}
by_network = pytest.mark.parametrize("network", NETWORKS, ids=lambda network: network.name)
by_text = pytest.mark.parametrize("text", LONG.values(), ids=LONG)


def told(of, **changes):
    """What is told of a session."""
    whole = edition(of, **changes)
    card = cards_of(whole)[folder_of(of)]
    return post_of(of, whole.site.settings, ENGLISH, card)


def test_a_short_caption_says_everything_and_ends_with_the_address():
    (network,) = (network for network in NETWORKS if network.name == "Instagram")
    assert caption(POST, network).split("\n") == [
        "Stretch Circle",
        "Tuesday 6 January 2026, 18:00–18:45",
        "Harbour Cowork, 1 Quay, HB1 1AA",
        "Drop-in free",
        "",
        "Slow movement for stiff shoulders.",
        "",
        "#Stretch #Evening",
        LINK,
    ]


@by_network
@by_text
def test_no_caption_is_too_long_for_its_network_and_each_keeps_date_and_address(network, text):
    for changes in ({"summary": text}, {"headline": text}, {"summary": text, "headline": text, "price": text}, {"place": (text,), "hashtags": (text,)}):
        said = caption(replace(POST, **changes), network)
        assert network.takes(said)
        assert said.endswith(f"\n{LINK}")
        assert POST.when in said


@by_network
def test_a_long_summary_is_cut_after_a_word(network):
    (story,) = (part for part in caption(replace(POST, summary=LONG["words"]), network).split("\n\n") if "slow" in part)
    assert story.removesuffix("…").split()[-1] in LONG["words"].split()
    assert network.takes(caption(replace(POST, summary=LONG["words"]), network))


def test_hashtags_are_few_and_each_is_one_word_that_can_be_read_aloud():
    assert hashtags(["desk work", "old-harbour & sea", "2026", "Yoga", "yoga", "more"]) == ["#DeskWork", "#OldHarbourSea", "#Yoga"]
    assert hashtags(["सुबह की सैर", "كتف"]) == ["#सुबहकीसैर", "#كتف"]
    assert hashtags(["🙂", "–"]) == []


def test_it_is_told_of_a_session_as_its_page_tells_it():
    post = told(session(event(prices=(Price(amount=0),), tags=(Tag("desk", "Desk work"),))))
    assert post.headline == "Stretch"
    assert post.when == "Tuesday 6 January 2026, 18:00–18:45"
    assert (post.price, post.hashtags, post.link) == ("Free", ("#DeskWork",), "https://moves.example/events/stretch/")


def test_what_must_not_be_overlooked_stands_first():
    off = told(session(event(prices=(Price(amount=0),)), status=Status.CANCELLED, reason="the heating failed"))
    assert (off.headline, off.notice, off.price) == ("Cancelled: Stretch", "Cancelled: the heating failed", "")
    assert told(session(full=True)).notice == "Fully booked"
    moved = session(status=Status.MOVED, moved_from=when("2026-01-05 18:00"))
    assert told(moved).notice == "Moved from Monday 5 January 2026, 18:00–18:45."


def test_a_site_without_pages_has_no_address_to_end_with():
    assert told(session(), site={"settings": settings(outputs=("cards",))}).link == ""


def test_the_file_has_the_alternative_text_and_each_caption_once():
    text = captions(replace(POST, summary=LONG["words"][:1000])).decode()
    first, *parts = text.split("\n\n---\n\n")
    assert first == f"Alternative text, for each of the pictures\n\n{POST.alt}"
    headings = [part.partition("\n")[0] for part in parts]
    assert sorted(", ".join(headings).split(", ")) == [network.name for network in NETWORKS]
    assert headings[0] == "Facebook, Instagram, LinkedIn"
    assert len(set(parts)) == len(parts)
