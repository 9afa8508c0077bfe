"""Notices of late changes, made of model objects."""

import factory

from mcsite.render.late_notices import late_notices
from mcsite.render.strings import ENGLISH


def notice(one=None, **before):
    """What is told of a session that was announced otherwise; see ``factory.lately``."""
    (found,) = late_notices(factory.lately(one or factory.session(), **before), ENGLISH)
    return found
