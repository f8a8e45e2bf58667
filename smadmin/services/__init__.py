"""Deeds and errands, one class per noun, called by the window and the command line alike."""
