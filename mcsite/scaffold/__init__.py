"""New sites and new files: what ``mcsite init`` and ``mcsite new`` write.

``site`` copies ``starter/``, dated by ``days``, and what hosts need from ``deploy/``; ``entry`` writes single files from the forms.
"""
