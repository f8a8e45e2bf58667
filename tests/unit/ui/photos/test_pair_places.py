"""Where pairs stand on a page: nothing overlaps, whoever names three children has twice the room."""

from hypothesis import given
from hypothesis import strategies as st

from smadmin.ui.photos.pair_places import Place, places_of


def test_pairs_of_one_or_two_children_fill_the_page_one_after_the_other() -> None:
    places = places_of([1, 2, 1, 1, 1], columns=2, rows=2)

    assert places == (Place(0, 0, 1), Place(0, 1, 1), Place(1, 0, 1), Place(1, 1, 1))


def test_a_pair_of_three_children_is_two_places_wide_and_gaps_are_filled() -> None:
    places = places_of([1, 3, 4, 1], columns=4, rows=2)

    assert places == (Place(0, 0, 1), Place(0, 1, 2), Place(1, 0, 2), Place(0, 3, 1))


def test_where_there_is_one_column_no_pair_is_wider() -> None:
    assert places_of([4, 1], columns=1, rows=2) == (Place(0, 0, 1), Place(1, 0, 1))


@given(st.lists(st.integers(1, 4), max_size=12), st.integers(1, 4), st.integers(1, 3))
def test_no_two_pairs_share_a_place_and_none_stands_outside(
    children: list[int], columns: int, rows: int
) -> None:
    places = places_of(children, columns=columns, rows=rows)

    cells = [(one.row, one.column + step) for one in places for step in range(one.columns)]
    assert len(cells) == len(set(cells))
    assert all(row < rows and column < columns for row, column in cells)
    assert len(places) >= min(len(children), 1)
