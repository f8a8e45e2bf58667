"""Keys, passphrases and the keyring: the only home of ciphers."""
