import factory


def test_base_path_and_host_come_from_the_base_url():
    settings = factory.settings(base_url="https://example.org:8080/moves/")
    assert settings.base_path == "/moves/"
    assert settings.host == "example.org"


def test_only_the_families_that_are_asked_for_are_made():
    settings = factory.settings(outputs=("pages",))
    assert settings.makes("pages")
    assert not settings.makes("calendars")
