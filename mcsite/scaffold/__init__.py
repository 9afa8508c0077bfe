"""New sites and new files: what ``mcsite init`` and ``mcsite new`` write."""
