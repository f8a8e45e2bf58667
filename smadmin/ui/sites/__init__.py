"""The screen *Watched sites*: sites that staff watch, and accounts that aren't the school's.

Pure: `model`. The screen: `screen`, with `site_panel` and `reported_panel` for what is open.
"""
