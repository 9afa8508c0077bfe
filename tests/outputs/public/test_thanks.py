"""Whoever has sent a form is thanked, and told what comes next."""


def series(site, signup="netlify", **more):
    lines = "".join(f"{name}: {value}\n" for name, value in more.items())
    return site.write("pages/privacy.md", "title: Privacy").write(
        "events/stretch.md", f"title: Stretch\nonline: https://m.example\nstart: 2026-01-06 18:00\nend: 18:45\nsignup: {signup}\n{lines}"
    )


def test_there_is_a_page_of_thanks_where_there_is_a_form(site):
    assert series(site).build().diagnostics == ()
    page = site.read("thanks/index.html")
    assert "<h1>Thank you</h1>" in page
    assert '<meta name="robots" content="noindex">' in page
    assert "thanks/" not in site.read("sitemap.xml")
    assert 'action="/thanks/"' in site.read("events/stretch/index.html")


def test_there_is_none_where_people_sign_up_elsewhere(site):
    series(site, "https://forms.example/x").build()
    assert "thanks/index.html" not in site.files()


def test_a_page_of_the_site_s_own_takes_its_place_and_is_not_found_by_search(site):
    series(site).write("pages/thanks.md", "---\ntitle: You are in\n---\nBring a mat.").build()
    page = site.read("thanks/index.html")
    assert "Bring a mat." in page
    assert '<meta name="robots" content="noindex">' in page
    assert "thanks/" not in site.read("sitemap.xml")
    assert "You are in" not in site.read("index.html")


def test_a_page_of_that_name_is_like_any_other_where_there_is_no_form(site):
    series(site, "none").write("pages/thanks.md", "---\ntitle: Thanks to our helpers\n---\nAll of them.").build()
    assert "noindex" not in site.read("thanks/index.html")
    assert "thanks/" in site.read("sitemap.xml")


def test_an_address_of_thanks_goes_on_answering_when_the_form_is_gone(site):
    series(site).build()
    series(site, "none").build()
    assert "thanks/index.html" in site.files()
