"""What is kept: SQLite (later PostgreSQL), one file per noun."""
