"""Makes the smallest workbooks and archives that the readers take, by hand: no library writes them here."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def workbook(*sheets: Sequence[Sequence[str]], hidden: Sequence[int] = (), first_row: int = 1) -> bytes:
    """Make an XLSX file of text cells.

    A cell that begins with `=` is a formula with the value 2, with `==` one whose value nobody saved, with
    `#` an error.
    """
    names = [f"Sheet{number}" for number in range(1, len(sheets) + 1)]
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"{_state(n - 1, hidden)}/>'
        for n, name in enumerate(names, 1)
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{_REL}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>'
        ),
    }
    for number, rows in enumerate(sheets, 1):
        lines = "".join(_row(place, row) for place, row in enumerate(rows, first_row))
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{_MAIN}"><sheetData>{lines}</sheetData></worksheet>'
        )
    return archive({name: f'<?xml version="1.0"?>{text}'.encode() for name, text in parts.items()})


def open_document(*rows: str) -> bytes:
    """Make an ODS file; a row is its cells as they stand in the file."""
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    calc = ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    content = (
        f"<office:document-content{spaces}{calc}><office:body><office:spreadsheet>"
        f"<table:table table:name='S'>{''.join(rows)}</table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    parts = {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest}
    return archive({name: text.encode() for name, text in parts.items()})


def archive(files: Mapping[str, bytes], *, packed: bool = True) -> bytes:
    """Make a ZIP archive with these names, whatever they are."""
    written = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(written, "w", method) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return written.getvalue()


def _state(place: int, hidden: Sequence[int]) -> str:
    return ' state="hidden"' if place in hidden else ""


def _row(place: int, row: Sequence[str]) -> str:
    cells = "".join(_cell(f"{chr(65 + column)}{place}", text) for column, text in enumerate(row))
    return f'<row r="{place}">{cells}</row>'


def _cell(where: str, text: str) -> str:
    if text.startswith("#"):
        return f'<c r="{where}" t="e"><v>{text}</v></c>'
    if text.startswith("=="):
        return f'<c r="{where}"><f>{escape(text[2:])}</f></c>'
    if text.startswith("="):
        return f'<c r="{where}"><f>{escape(text[1:])}</f><v>2</v></c>'
    if text.replace(".", "", 1).isdigit():
        return f'<c r="{where}"><v>{text}</v></c>'
    return f'<c r="{where}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
