"""The way to the web for who has no host that builds: the public folder becomes a commit on a branch that is published as it is."""
