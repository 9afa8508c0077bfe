"""New sites and new files: what ``mcsite init`` and ``mcsite new`` write.

``site`` copies ``starter/``, dated by ``days``, and what hosts need from ``deploy/``, with the ``answers`` in their places; ``home`` knows
where sites live, ``requirement`` what a host has to install, and ``checkout`` what a clone says of itself. ``entry`` writes single files from the forms.
"""
