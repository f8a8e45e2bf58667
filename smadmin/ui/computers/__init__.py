"""This computer: whose it is, why somebody works at their own, whether it is protected."""
