"""The screen *School*: its policy, clause by clause, and putting another in force."""
