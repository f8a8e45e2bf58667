"""The screen *Approvals*: what waits for its release, and one post open beside it."""
