"""What the menu *Help* opens: the keys, where things lie, about the program, a look at this computer."""
