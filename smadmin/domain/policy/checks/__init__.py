"""The checks, one noun a file. Each is pure, and says what it found and how to mend it."""
