"""Lists and archives of past posts, read by a real jailed worker: the shapes there are, and hostile ones."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from smadmin.domain.errors import BadInput
from smadmin.domain.past_posts import Columns, Flaw, RawFile, RawPost, Source, UnknownTitles
from smadmin.importing.past_posts.reading import PastReader

WORDS = "These words of a post stay in the worker"


@pytest.fixture
def reader() -> Iterator[PastReader]:
    with PastReader() as made:
        yield made


def read(reader: PastReader, folder: Path, content: str | bytes, name: str = "posts.csv") -> RawFile:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = reader.read(path)
    assert WORDS not in repr(found)
    return found


def refused(reader: PastReader, folder: Path, content: str | bytes, name: str = "posts.csv") -> str:
    with pytest.raises(BadInput) as error:
        read(reader, folder, content, name)
    assert error.value.kept is not None
    return error.value.happened.id


def zipped(folder: Path, files: dict[str, object], name: str = "archive.zip") -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for inside, content in files.items():
            archive.writestr(inside, content if isinstance(content, str) else json.dumps(content))
    return path


@pytest.mark.parametrize(
    ("titles", "spanish"),
    [
        ("Account handle,Publish time,Permalink,Message", False),
        ("usuario,Fecha de publicación,enlace,texto", True),
        ("CUENTA;fecha;Enlace;Mensaje", True),
        ("handle\tDate\tURL\tText", False),
    ],
)
def test_titles_in_both_languages_any_delimiter_any_encoding(
    reader: PastReader, tmp_path: Path, titles: str, *, spanish: bool
) -> None:
    delimiter = next(one for one in ",;\t" if one in titles)
    row = delimiter.join(("@lincoln", "2024-05-03 15:04", "https://x.com/lincoln/status/1", f'"{WORDS}, él"'))
    expected = RawPost(2, "2024-05-03 15:04", "@lincoln", "https://x.com/lincoln/status/1")

    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"):
        found = read(reader, tmp_path, f"{titles}\r\n{row}\r\n".encode(encoding))

        assert (found.source, found.rows, found.spanish) == (Source.LIST, (expected,), spanish), encoding
        assert len(found.digest) == 64


def test_day_and_time_in_two_columns_and_rows_numbered_as_the_file_has_them(
    reader: PastReader, tmp_path: Path
) -> None:
    found = read(reader, tmp_path, f'Date,Time,Text\n5/3/2024,15:04,"{WORDS}\nand more"\n\n5/4/2024,,x\n')

    assert found.rows == (RawPost(2, "5/3/2024 15:04"), RawPost(5, "5/4/2024"))


def test_a_formula_is_text(reader: PastReader, tmp_path: Path) -> None:
    formula = """=HYPERLINK("http://evil.example","x")"""
    quoted = formula.replace('"', '""')
    found = read(reader, tmp_path, f'date,link\n=TODAY(),"{quoted}"\n')

    assert found.rows == (RawPost(2, "=TODAY()", "", formula),)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "pastposts.no-titles"),
        ("name,text\na,b\n", "pastposts.no-titles"),
        (b"\x00\x01\x02\xff" * 50, "pastposts.unknown-shape"),
        ('date,text\n2024-05-03,"never ends\n2024-05-04,x\n', "pastposts.quote"),
        ("[" * 100_000, "pastposts.broken"),
        ('{"a":' * 100_000, "pastposts.broken"),
        ("[1, 2", "pastposts.broken"),
        ('{"ig_stories": [{"creation_timestamp": 1700000000}]}', "pastposts.unknown-shape"),
        ('[{"name": "x"}]', "pastposts.unknown-shape"),
        ("[]", "pastposts.unknown-shape"),
    ],
)
def test_what_tells_of_no_post_is_refused_whole(
    reader: PastReader, tmp_path: Path, content: str | bytes, said: str
) -> None:
    assert refused(reader, tmp_path, content) == said


def test_facebooks_posts_of_a_page(reader: PastReader, tmp_path: Path) -> None:
    posts = [
        {"timestamp": 1700000000, "data": [{"post": WORDS}], "title": WORDS},
        {"timestamp": 1700000100, "attachments": [{"data": [{"media": {"uri": "a.jpg", "title": WORDS}}]}]},
        {"timestamp": 1700000200, "title": "Lincoln updated their cover photo."},
        {"data": [{"post": WORDS}]},
        "a string",
        {"timestamp": None, "data": [{"post": WORDS}]},
        {"timestamp": True, "data": [{"post": WORDS}]},
    ]

    found = read(reader, tmp_path, json.dumps(posts), "your_posts_1.json")

    assert found.source is Source.FACEBOOK
    assert [(one.number, one.when, one.flaw) for one in found.rows] == [
        (1, "1700000000", Flaw.NONE),
        (2, "1700000100", Flaw.NONE),
        (3, "1700000200", Flaw.EMPTY),
        (4, "", Flaw.SHAPE),
        (5, "", Flaw.SHAPE),
        (6, "", Flaw.SHAPE),
        (7, "", Flaw.SHAPE),
    ]


def test_a_number_of_5000_digits_spoils_its_row_alone(reader: PastReader, tmp_path: Path) -> None:
    content = '[{"timestamp": %s, "data": [{"post": "x"}]}, {"timestamp": 1700000000, "attachments": [1]}]'
    found = read(reader, tmp_path, content % ("9" * 5_000), "posts_1.json")

    assert [(one.when, one.flaw) for one in found.rows] == [("", Flaw.SHAPE), ("1700000000", Flaw.NONE)]


@pytest.mark.parametrize(
    "content",
    [
        [{"media": [{"uri": "a.jpg", "creation_timestamp": 1700000000, "title": WORDS}]}],
        [{"media": [{"uri": "a.jpg", "creation_timestamp": 5}], "creation_timestamp": 1700000000}],
        {"ig_reels_media": [{"media": [{"uri": "a.mp4", "creation_timestamp": 1700000000}]}]},
        {"ig_igtv_media": [{"media": [{"uri": "a.mp4", "creation_timestamp": 1700000000}]}]},
    ],
)
def test_instagrams_posts_reels_and_videos(reader: PastReader, tmp_path: Path, content: object) -> None:
    found = read(reader, tmp_path, json.dumps(content), "posts_1.json")

    assert (found.source, [one.when for one in found.rows]) == (Source.INSTAGRAM, ["1700000000"])


def test_instagrams_old_shape(reader: PastReader, tmp_path: Path) -> None:
    content = {"photos": [{"taken_at": "2018-05-03T10:00:00", "caption": WORDS}], "profile": []}
    found = read(reader, tmp_path, json.dumps(content), "media.json")

    assert [one.when for one in found.rows] == ["2018-05-03T10:00:00"]


def test_an_archive_is_read_part_by_part_and_says_whose_it_is(reader: PastReader, tmp_path: Path) -> None:
    one = {"media": [{"creation_timestamp": 1700000000, "title": WORDS}]}
    whose = {
        "profile_user": [{"string_map_data": {"Username": {"value": "lincoln"}, "Email": {"value": "e"}}}]
    }
    path = zipped(
        tmp_path,
        {
            "your_instagram_activity/content/posts_1.json": [one, one],
            "your_instagram_activity/content/reels.json": {"ig_reels_media": [one]},
            "your_instagram_activity/content/archived_posts.json": {"ig_archived_post_media": [one] * 9},
            "your_instagram_activity/content/stories.json": {"ig_stories": [one] * 9},
            "personal_information/personal_information/personal_information.json": whose,
            "messages/inbox/x/message_1.json": "not json",
        },
    )

    found = reader.read(path)

    assert [(row.part, row.number) for row in found.rows] == [
        ("posts_1.json", 1),
        ("posts_1.json", 2),
        ("reels.json", 1),
    ]
    assert found.whose == ("lincoln",)
    assert WORDS not in repr(found)


def test_facebooks_archive_of_a_page(reader: PastReader, tmp_path: Path) -> None:
    folder = "this_profile's_activity_across_facebook"
    posts = [{"timestamp": 1700000000, "data": [{"post": WORDS}]}]
    whose = {
        "profile_v2": {"name": {"full_name": "Lincoln High"}, "profile_uri": "https://facebook.com/lincoln"}
    }
    path = zipped(
        tmp_path,
        {
            f"{folder}/posts/profile_posts_1.json": posts,
            f"{folder}/posts/your_posts__check_ins__photos_and_videos_1.json": posts,
            f"{folder}/posts/posts_on_other_pages_and_profiles.json": posts * 5,
            f"{folder}/posts/posts_on_other_pages_1.json": posts * 5,
            f"{folder}/archived/your_posts_1.json": posts * 5,
            "personal_information/profile_information/profile_information.json": whose,
        },
    )

    found = reader.read(path)

    assert (found.source, len(found.rows)) == (Source.FACEBOOK, 2)
    assert found.whose == ("Lincoln High", "https://facebook.com/lincoln")


def test_one_broken_part_refuses_the_archive(reader: PastReader, tmp_path: Path) -> None:
    good = [{"media": [{"creation_timestamp": 1700000000}]}]
    path = zipped(tmp_path, {"content/posts_1.json": good, "content/posts_2.json": "[{"})

    with pytest.raises(BadInput) as error:
        reader.read(path)
    assert error.value.happened.id == "pastposts.broken"


def test_a_bomb_of_two_gigabytes_is_refused_without_being_unpacked(
    reader: PastReader, tmp_path: Path
) -> None:
    path = tmp_path / "bomb.zip"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("content/posts_1.json", "w", force_zip64=True) as inside,
    ):
        for _ in range(256):
            inside.write(b"[" + b" " * ((8 << 20) - 1))
    assert path.stat().st_size < 8 << 20

    with pytest.raises(BadInput) as error:
        reader.read(path)
    assert error.value.happened.id in {"pastposts.too-large", "pastposts.no-posts-inside"}


def test_a_size_that_lies_is_found_out(reader: PastReader, tmp_path: Path) -> None:
    path = zipped(tmp_path, {"content/posts_1.json": "[" + " " * 5_000_000 + "]"})
    content = bytearray(path.read_bytes())
    place = content.rindex(b"PK\x01\x02") + 24
    content[place : place + 4] = (100).to_bytes(4, "little")
    path.write_bytes(content)

    with pytest.raises(BadInput) as error:
        reader.read(path)
    assert error.value.happened.id == "pastposts.broken"


def test_an_archive_with_a_password_is_told_as_that(reader: PastReader, tmp_path: Path) -> None:
    path = zipped(tmp_path, {"content/posts_1.json": []})
    content = bytearray(path.read_bytes())
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)

    with pytest.raises(BadInput) as error:
        reader.read(path)
    assert error.value.happened.id == "pastposts.locked"


def test_a_folder_or_a_file_that_is_gone_is_refused(reader: PastReader, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.csv"):
        with pytest.raises(BadInput) as error:
            reader.read(path)
        assert error.value.happened.id == "pastposts.unreadable"


def test_a_list_without_known_titles_is_read_by_the_columns_that_somebody_chose(
    reader: PastReader, tmp_path: Path
) -> None:
    path = tmp_path / "posts.csv"
    rows = f"Wann;Wer;Wohin;Text\n2024-05-03;@lincoln;https://x.com/lincoln/status/1;{WORDS}\n"
    path.write_text("sep=;\n" + rows)
    with pytest.raises(UnknownTitles) as unknown:
        reader.read(path)
    found = reader.read(path, Columns(0, account=1, link=2))

    assert unknown.value.titles == ("Wann", "Wer", "Wohin", "Text")
    assert found.rows == (RawPost(3, "2024-05-03", "@lincoln", "https://x.com/lincoln/status/1"),)
    assert reader.read(path, Columns(0)).rows == (RawPost(3, "2024-05-03"),)


def test_a_list_without_titles_begins_with_its_first_row(reader: PastReader, tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text(f"{WORDS},2024-05-03\n{WORDS},2024-05-10\n")
    found = reader.read(path, Columns(1))
    assert [one.when for one in found.rows] == ["2024-05-03", "2024-05-10"]
    assert WORDS not in repr(found)


def test_titles_without_end_and_columns_that_are_not_there_do_no_harm(
    reader: PastReader, tmp_path: Path
) -> None:
    path = tmp_path / "posts.csv"
    path.write_text(",".join("x" * 500 for _ in range(40)) + "\n2024-05-03,\n")
    with pytest.raises(UnknownTitles) as unknown:
        reader.read(path)

    assert [len(one) for one in unknown.value.titles] == [60] * 40
    assert [one.when for one in reader.read(path, Columns(39, account=98)).rows] == [""]
