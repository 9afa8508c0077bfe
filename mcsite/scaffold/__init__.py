"""New sites and new files: what ``mcsite init`` and ``mcsite new`` write.

``starter/`` is the new site as it is copied, but for its dates: they are written as ``@NEXT_TUESDAY@`` or
``@NEXT_TUESDAY_PLUS_21_DAYS@`` and become real ones (``days.dated``), so that a new site never begins in the past.
"""
