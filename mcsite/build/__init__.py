"""From artifacts to files: what differs is made, what is made is published as one whole generation.

``artifact`` is the value that outputs yield, or a ``bundle`` of many files that only making them names; ``collisions`` asks that no
two claim one path. ``run`` is the whole way:
``fingerprint`` tells whether inputs differ, ``manifest`` remembers the last build, ``program`` what made it, and ``comparison``
puts them beside what lies in the output folder (``folder``), to find the ``reasons`` to make a file. ``workers`` share the making
between processes. ``publish`` puts the next generation together, from what ``mirror`` links beforehand, and ``exchange`` lets
the two folders change places; ``lock`` keeps a second build out meanwhile.
"""
