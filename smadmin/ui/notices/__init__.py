"""The screen *Notices*: closures, delays and safety, in words signed in advance."""
