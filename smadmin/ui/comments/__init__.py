"""The screen *Comments*: what visitors wrote and waits, and the rounds through the accounts' comments.

Pure: `model`. The screen: `screen`, with `panel` for a comment (made of `parts`), `round_panel` and
`cards_panel` for what else is open.
"""
