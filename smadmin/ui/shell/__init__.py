"""The window around the screens: first run, signing in, locking, handing over the chair."""
