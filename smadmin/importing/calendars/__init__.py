"""Calendars from outside (iCalendar files, RFC 5545): which days each of their entries is about.

A jailed worker opens them; only names, days and times leave it.
"""
