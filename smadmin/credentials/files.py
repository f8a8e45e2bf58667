"""Sealed files: each under a fresh identity of its own (`keys.md`, Files).

Its secret lies in the row's sealed cell; removing the row makes the file unreadable wherever copies lie.
"""

from smadmin.credentials.identity import Identity, seal


class AgeFiles:
    """The domain's `FileSealer`."""

    def close(self, content: bytes) -> tuple[str, bytes]:
        """Seal content under a fresh identity; gives its secret and the sealed bytes."""
        identity = Identity.new()
        return identity.secret, seal(content, [identity.recipient])

    def open(self, secret: str, sealed: bytes) -> bytes:
        """Open a sealed file.

        Raises:
            Tampered: if it was changed.
        """
        return Identity(secret).open(sealed)
