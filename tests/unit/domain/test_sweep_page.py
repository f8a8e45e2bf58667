"""The report's page: whatever was written stays text."""

from smadmin.domain.sweep_page import ReportPart, ReportTable, sweep_page


def test_the_page_names_its_language_and_runs_nothing() -> None:
    table = ReportTable(("What", "Where"), (("A <b>photo</b>", "Blog & more"),))

    page = sweep_page("es", "Maya <x>", ("Uno",), (ReportPart("Dos", ("Tres",), table, ("Cuatro",)),))

    assert '<html lang="es">' in page
    assert "<script" not in page
    assert "default-src 'none'" in page
    assert "<h1>Maya &lt;x&gt;</h1>" in page
    assert "<td>A &lt;b&gt;photo&lt;/b&gt;</td><td>Blog &amp; more</td>" in page
    assert '<th scope="col">What</th>' in page
    assert page.index("Tres") < page.index("<table>") < page.index("Cuatro")
