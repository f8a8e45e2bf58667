"""The screen *Publish*: a released post goes out, one account after the other, with help."""
