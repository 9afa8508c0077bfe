SERIES = "title: Stretch\nstart: 2026-01-06 18:00\nend: 18:45\nrepeat: weekly\ntimes: {times}\nonline: https://meet.example/"


def published(site):
    """A site with a series of four sessions, published."""
    site.write("events/stretch.md", SERIES.format(times=4)).build()
    return site


def test_an_address_that_never_was_is_told_with_the_nearest_that_was(site):
    published(site).settings("withdrawn: [events/stretch/2026-01-28/]")
    (found,) = site.check()
    assert (found.code, found.message) == ("W643", "nothing was ever published at 'events/stretch/2026-01-28/', so nothing is withdrawn by it")
    assert found.help == "did you mean 'events/stretch/2026-01-27/'?"


def test_one_that_is_like_nothing_is_told_where_addresses_are_read(site):
    published(site).settings("withdrawn: [events/zzz/]")
    (found,) = site.check()
    assert found.help == "write its address as the browser shows it behind the site's own, or take the line out"


def test_one_that_did_its_work_stays_quiet_for_ever(site):
    published(site).settings("withdrawn: [events/stretch/2026-01-27/]").write("events/stretch.md", SERIES.format(times=3))
    assert site.build().codes == []
    assert site.build("2026-06-01T09:00").codes == []


def test_a_site_that_remembers_nothing_yet_is_not_asked(site):
    site.write("events/stretch.md", SERIES.format(times=3)).settings("withdrawn: [events/stretch/2026-01-27/]")
    assert site.check() == ()
