"""One file a command. Only here and in ``cli``: printing, exit codes, the clock and the environment."""
