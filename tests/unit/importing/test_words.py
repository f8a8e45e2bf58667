"""The word lists: remarks aside, by language; the shipped ones are all there in both."""

from pathlib import Path

from smadmin import resources
from smadmin.domain.policy.reading import Reading
from smadmin.importing.words import read_words


def test_lines_are_read_and_remarks_left_out(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "claim.txt").write_text("# hearsay\n\nreportedly  \n", "utf-8")

    lexicon = read_words(tmp_path)

    (match,) = lexicon.matches(Reading("Reportedly so"))["claim"]
    assert (match.phrase.language, match.phrase.tokens) == ("en", ("reportedly",))


def test_every_list_that_a_check_reads_is_shipped_in_english() -> None:
    names = {path.stem for path in resources.find("words/en").glob("*.txt")}

    assert {"adult-topic", "claim", "events", "lessons", "profanity", "student-record", "threat"} <= names
    assert {path.stem for path in resources.find("words/es").glob("*.txt")} <= names
