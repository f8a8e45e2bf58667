"""The screen *Wished posts*: what departments and teachers ask to have posted."""
