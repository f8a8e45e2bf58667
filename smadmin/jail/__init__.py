"""Worker processes: started, limited, fed and buried; no format is known here.

A *trade* is a module that says what a worker can do (`trade.py`). What comes back from a worker is
`untrusted_` until the caller has checked it.
"""
