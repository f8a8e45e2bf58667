"""The licences of the parts, as the parts state them."""

from smadmin.services.parts import installed_parts


def test_every_part_names_its_licence() -> None:
    parts = installed_parts()

    assert {"cryptography", "pillow", "SQLAlchemy"} <= {part.name for part in parts}
    assert [part.name for part in parts if part.licence == "?"] == []
