from mcsite.model.origin import Origin
from mcsite.model.people import Partner


def test_whom_to_call_at_a_partner_is_never_shown_by_accident():
    partner = Partner(slug="gym", title="Gym", contact="Sam, front desk", origin=Origin("content/partners/gym.md"))
    assert "Sam" not in repr(partner)
