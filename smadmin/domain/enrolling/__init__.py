"""From a school system's list to the children of the school: what its columns mean, what would change.

In order: `tables` (where the titles stand), `meanings`, `titles`, `columns` (what they mean), `cells` (what
is written below them), `entries` (what a row says of a child), `comparing` (what taking the list would do).
"""
