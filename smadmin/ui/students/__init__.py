"""The screen *Students*: the opt-out list, one child open beside it, and the decision about matching.

Pure: `model`. Widgets: `screen` with `panel`, `child`, `kinds`, `portraits`, `adding`, `matching`.
"""
