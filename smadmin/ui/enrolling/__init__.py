"""*Import…* of *Students*: a school's list, what its columns mean, what it would do, and the report.

Pure: `model`. Widgets: `page` (a list) and `portraits`, both a `taking`, with `columns`, `preview`, `weaker`,
`running`.
"""
