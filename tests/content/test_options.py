from datetime import UTC, datetime

from mcsite import pipeline
from mcsite.content.options import Options


def test_a_moment_without_a_zone_is_meant_in_the_sites(site):
    site.write("site.md", "title: Moves\nbase_url: https://example.org/\ntimezone: America/New_York")
    naive = pipeline.load(site.root, Options(datetime(2026, 1, 5, 9)))
    aware = pipeline.load(site.root, Options(datetime(2026, 1, 5, 14, tzinfo=UTC)))
    assert naive.edition.now == aware.edition.now
    assert str(naive.edition.now) == str(aware.edition.now) == "2026-01-05 09:00:00-05:00"
