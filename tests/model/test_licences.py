"""A licence is known however it is written, and not guessed."""

import pytest

from mcsite.model.licences import licence_of


@pytest.mark.parametrize("written", ["CC BY 4.0", "cc-by-4.0", "CC BY 4", "Creative Commons Attribution 4.0 International", "CC BY 4.0 licence"])
def test_one_licence_has_many_spellings(written):
    assert (licence_of(written).name, licence_of(written).url) == ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("CC BY-NC-SA 3.0", "CC BY-NC-SA 3.0"), ("CC BY-SA 2.5", "CC BY-SA 2.5"), ("Creative Commons Attribution Share-Alike 4.0", "CC BY-SA 4.0"),
        ("CC0", "CC0 1.0"), ("CC0 1.0", "CC0 1.0"), ("Public domain", "Public Domain Mark 1.0"), ("mit", "MIT"), ("OFL-1.1", "OFL-1.1"),
        ("Apache 2.0", "Apache-2.0"),
    ],
)  # fmt: skip
def test_each_known_one_leads_to_its_text_and_lets_one_pass_things_on(written, name):
    licence = licence_of(written)
    assert licence.name == name
    assert licence.url.startswith(("https://creativecommons.org/", "https://spdx.org/licenses/"))
    assert licence.lets_pass_on


@pytest.mark.parametrize("written", ["CC BY", "CC NC 4.0", "CC BY-ND-SA 4.0", "CC BY 5.0", "All rights reserved", "Ask us first", ""])
def test_what_is_not_known_stays_as_written_and_promises_nothing(written):
    assert licence_of(written).name == written
    assert not licence_of(written).lets_pass_on
