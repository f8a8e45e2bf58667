"""Photos: boxes, faces, what they look like, and what people decide about them."""
