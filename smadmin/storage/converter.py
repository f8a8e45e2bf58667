"""Between domain values and the plain ones that are written into a body."""

from datetime import date, datetime, time

import cattrs


def make_converter() -> cattrs.Converter:
    """Make the converter between domain values and plain ones."""
    converter = cattrs.Converter(unstruct_collection_overrides={frozenset: sorted})
    for kind in (date, datetime, time):
        converter.register_unstructure_hook(kind, lambda value: value.isoformat())
        converter.register_structure_hook(kind, lambda text, to: to.fromisoformat(text))
    converter.register_unstructure_hook(float, str)
    converter.register_structure_hook(float, lambda text, _: float(text))
    return converter


CONVERTER = make_converter()
