"""Photos: pictures, the faces in them, what a face may be called, and the ports that see.

One file per part: `boxes`, `pictures`, `faces`, `matching`, `ports`. Nothing here opens a file or a model.
"""
