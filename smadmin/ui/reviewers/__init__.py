"""The screen *Reviewers*: the signed list of who may take second looks."""
