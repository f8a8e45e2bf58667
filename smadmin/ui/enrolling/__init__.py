"""*Import…* of *Students*: a school's list, what its columns mean, what it would do, and the report.

Pure: `model`. Widgets: `page` with `columns`, `preview`, `weaker`, `running`.
"""
