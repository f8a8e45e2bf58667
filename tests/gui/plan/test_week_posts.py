"""The posts of a week, each with a tick: a few of them are seen whole."""

from collections.abc import Sequence

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smadmin.domain.ids import SlotId
from smadmin.ui.plan.weekly_read import PostList

LONG = "Sun: Raffle with the very long name of a committee that plans bake sales and fairs, @lincoln_larks"


@pytest.mark.parametrize("posts", [("Mon: Library", LONG), ("Mon: Library", LONG, "Fri: Art", "Fri: Band")])
def test_a_few_posts_are_seen_whole_however_long_one_is(window: QWidget, posts: Sequence[str]) -> None:
    window.setStyleSheet("QListWidget::item { padding: 9px; }")  # which the list takes from its window
    shown = PostList([(SlotId(said), said) for said in posts], "Posts")
    column = QVBoxLayout(window)
    column.addWidget(shown)
    column.addStretch(1)
    window.resize(560, 400)

    window.show()

    assert shown.viewport().height() >= len(posts) * shown.sizeHintForRow(0)
    assert not shown.horizontalScrollBar().isVisible()
