"""Reading a post against a district's policy: packs, rules, findings. Pure; nothing here opens a file."""
