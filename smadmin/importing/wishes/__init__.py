"""Wished posts from outside: a saved e-mail or a text. A jailed worker opens them; only words leave it."""
