"""Videos of a post: what one is, who has seen it to its end, who shows in it, what it may go out with.

Nothing in here decodes; a video's frames come from a jailed process.
"""
