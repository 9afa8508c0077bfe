from datetime import date

from reading_aloud import town

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><title>A chair</title></svg>'


def test_a_workshop_is_read_with_its_outline(site):
    (workshop,) = town(site).prepare().edition.site.workshops
    assert workshop.minutes == 45
    assert workshop.outline == (("5", "arrive"), ("20", "practise"))


def test_a_library_entry_has_its_files_and_its_owner(site):
    town(site).write("assets/chair.svg", SVG)
    site.write("library/chair.md", "title: A chair\nfiles: chair.svg\nlicence: CC0\nowner: ada\nreview_by: 2026-06-30")
    prepared = site.prepare()
    assert prepared.diagnostics == ()
    (entry,) = prepared.edition.site.library
    assert [file.path for file in entry.files] == ["assets/chair.svg"]
    assert (entry.owner.slug, entry.review_by) == ("ada", date(2026, 6, 30))


def test_a_missing_file_is_said_with_the_nearest(site):
    town(site).write("assets/chair.svg", SVG).write("library/chair.md", "title: A chair\nfiles: [chiar.svg]")
    (note,) = site.check()
    assert (note.code, note.help) == ("E204", "did you mean 'chair.svg'?")


def test_a_page_of_the_sites_own_is_read(site):
    (page,) = site.write("pages/about.md", "---\ntitle: About us\n---\nWe meet.\n").prepare().edition.site.pages
    assert (page.slug, page.title, page.body.source.strip()) == ("about", "About us", "We meet.")
