"""The checks: one noun a file. Each is pure, says what it found and how to mend it; the pack says how hard it bites."""
