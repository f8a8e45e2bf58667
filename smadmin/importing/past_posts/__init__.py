"""Past posts from outside: lists (CSV) and the archives that Facebook and Instagram give out.

A jailed worker opens them; the words of posts never leave it.
"""
