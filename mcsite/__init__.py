"""mcsite: a static site generator for the gatherings of small communities.

The corridor, from left to right; each verb returns a value and nothing later reaches back::

    content/ assets/ themes/ -> load -> check -> plan -> build -> output/public, output/private

``pipeline`` is the corridor in one screen; the packages are its rooms.
"""

__version__ = "0.1.0"
