"""Videos on the screen: the player, what is said of one, the list of faces, the dialog that holds them."""
