"""Children: the list, their portraits and face patterns, and the decision whether matching is allowed.

One file per deed: `roster`, `portraits`, `law`. A child is named in no record row, only in sealed parts.
"""
