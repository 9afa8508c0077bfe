"""Calendars of others, as events of ours: what ``mcsite import`` does before it writes.

``lines`` and ``components`` take a file apart and forgive what programs get wrong; ``values`` and ``zones`` understand single
values; ``vevents`` knows what an event says, ``bundles`` which of them belong together, ``sessions`` when each takes place.
``layout`` finds front matter that means exactly these sessions, ``repeats`` the words for a rule, ``prose`` the Markdown of a description,
``places`` the venues, ``people`` who leads it. ``own_words`` takes out what this program itself said in a calendar of its own. ``drafts`` joins
all that to files, ``proof`` reads them back and compares, ``plan`` is the way from bytes to files.

What cannot be carried is a ``Remark``, never silence.
"""
