"""Setting up a school: its facts, the first person, the recovery letter, and letting in somebody new."""
