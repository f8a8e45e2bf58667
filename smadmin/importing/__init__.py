"""Reads what comes from outside as data: policy packs, platform facts, name lists."""
