"""The screen *Departures*: somebody leaves, or a computer is lost, and it is dealt with line by line."""
