"""Pictures of how an account keeps its promise: painted by hand, said in words, and as a table."""
