"""A site while it is being written: served to this machine alone, built anew after each save, and reloaded where it is looked at.

``watch`` notices saves, ``live`` is what everybody knows of the last build, ``resolve`` decides what a request may have, and
``server`` answers. The loop that joins them is ``mcsite serve``.
"""
