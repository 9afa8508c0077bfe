"""Whoever waits for the next state of the site hears of it at once, and of none twice."""

from threading import Thread

from mcsite.serve.live import Edition, Live


def test_what_was_not_seen_yet_is_told_without_waiting():
    assert Live(Edition(number=3)).wait(seen=2, seconds=60) == Edition(number=3)


def test_what_was_seen_is_not_told_again():
    assert Live(Edition(number=3)).wait(seen=3, seconds=0.01) is None


def test_whoever_waits_is_woken_by_news():
    live, heard = Live(Edition()), []
    waiting = Thread(target=lambda: heard.append(live.wait(seen=0, seconds=60)))
    waiting.start()
    live.tell(Edition(number=1, styles=True))
    waiting.join(30)
    assert heard == [Edition(number=1, styles=True)]


def test_whoever_waits_may_go_when_the_server_stops():
    live, heard = Live(Edition()), []
    waiting = Thread(target=lambda: heard.append(live.wait(seen=0, seconds=60)))
    waiting.start()
    live.stop()
    waiting.join(30)
    assert heard == [None]
    assert live.over
