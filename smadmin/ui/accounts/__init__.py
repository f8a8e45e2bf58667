"""The screen *Accounts*: the register, one account open beside it behind tabs.

Pure: `model`. The screen: `screen`, with `panel` for the open account and its `pages`, each a `page`.
"""
