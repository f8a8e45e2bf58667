"""The sample school: an invented school with drawn children, made through the same rows as a real one."""
