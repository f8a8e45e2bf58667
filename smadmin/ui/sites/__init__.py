"""The screen *Clubs' sites and doubles*: sites that staff watch, and accounts that aren't the school's.

Pure: `model`. The screen: `screen`, with `site_panel` and `reported_panel` for what is open.
"""
