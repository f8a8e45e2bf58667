"""The account bar: for whom everything on the screen speaks. It never scrolls away."""
