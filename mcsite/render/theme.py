"""A theme as a chain of folders: the first that has a file of a name gives it."""
