"""Videos under posts: taking in, looking for faces, watching, and what the record proves of it."""
