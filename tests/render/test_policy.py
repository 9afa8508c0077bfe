import pytest
from factory import edition, event, session, settings

from mcsite.model.signup import Provider, Signup
from mcsite.render.policy import content_security_policy


def policy(signup=None, of=None, *, in_header=True):
    site = edition(session(of), site={"settings": settings(signup=signup)}).site
    return dict(rule.split(" ", 1) for rule in content_security_policy(site, in_header=in_header).split("; "))


@pytest.mark.parametrize(
    ("provider", "targets"),
    [
        (Provider.LINK, "'none'"),
        (Provider.MAIL, "'none'"),
        (Provider.NONE, "'none'"),
        (Provider.NETLIFY, "'self'"),
        (Provider.FORMSPREE, "'self' https://formspree.io"),
        (Provider.BASIN, "'self' https://usebasin.com"),
        (Provider.TELEPHONE, "'none'"),
        (Provider.WHATSAPP, "'none'"),
    ],
)
def test_forms_go_only_to_who_takes_the_sign_ups(provider, targets):
    assert policy(Signup(provider, "x"))["form-action"] == targets


def test_an_events_own_way_to_sign_up_counts_too():
    assert policy(None, event(signup=Signup(Provider.FORMSPREE, "x")))["form-action"] == "'self' https://formspree.io"


def test_a_meta_element_does_not_say_what_it_cannot():
    assert "frame-ancestors" not in policy(in_header=False)
    assert policy()["frame-ancestors"] == "'none'"


def test_a_page_that_is_made_for_it_may_be_framed_by_anybody():
    site = edition(session()).site
    assert content_security_policy(site, in_header=True, framed_by="*").endswith("; frame-ancestors *")


def test_where_one_searches_a_module_of_ours_may_be_compiled_and_the_form_leads_to_itself():
    site = edition(session()).site
    rules = content_security_policy(site, in_header=False, searches=True).split("; ")
    assert "script-src 'self' 'wasm-unsafe-eval'" in rules
    assert "form-action 'self'" in rules


def test_nothing_is_allowed_by_default():
    assert policy()["default-src"] == "'none'"
    assert not any("http" in value or "unsafe" in value or "*" in value for value in policy().values())
