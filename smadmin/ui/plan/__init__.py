"""Plan: a week's posts, the gaps to come, and the principal's signature."""
