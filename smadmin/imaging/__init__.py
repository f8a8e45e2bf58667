"""Photos: decoding, faces, covering, clean export, each in its own process."""
