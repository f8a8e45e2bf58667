"""The window: pure view models, widgets that render them, signals in the past tense."""
