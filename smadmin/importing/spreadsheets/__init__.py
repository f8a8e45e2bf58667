"""Lists and archives that a school's system or photographer wrote: opened in a jailed process, never here.

Worker: `trade` with `delimited`, `workbooks`, `archives`. Parent: `reading`. Both sides agree on `border`.
"""
