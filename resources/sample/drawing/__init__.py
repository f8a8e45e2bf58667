"""Draws the sample school: mascot, avatars, portraits and group photos. Not shipped in the wheel.

Everything comes from `school.toml`, `looks.toml` and fixed seeds: the same Pillow and numpy give the
same pixels on every machine. Text in pictures uses Pillow's built-in face, never a system font.
"""
