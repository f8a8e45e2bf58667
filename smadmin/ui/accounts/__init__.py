"""The screen *Accounts*: the register, one account open beside it, and its log-in.

Pure: `model`. Widgets: `screen` with `panel`, `standing`, `identity`, `people`, `form`, `log_in`.
"""
