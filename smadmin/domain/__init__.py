"""Entities, rules, decisions, ports, errors and messages: no Qt, no files, no clock."""
