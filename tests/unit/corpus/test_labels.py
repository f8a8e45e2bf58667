"""The corpus itself is sound: enough posts, labels that stand in their text, a fair third set aside."""

from collections import Counter

from smadmin.domain.policy.check_ids import CheckId
from smadmin.domain.policy.findings import Severity
from tests.corpus import posts, severities


def test_there_are_at_least_two_hundred_posts_half_of_them_about_ordinary_days() -> None:
    ordinary = [post for post in posts() if post.ordinary]

    assert len(posts()) >= 200
    assert len(ordinary) >= 100


def test_no_two_posts_share_an_id_or_a_text() -> None:
    assert not [name for name, times in Counter(post.id for post in posts()).items() if times > 1]
    assert not [text for text, times in Counter(post.text for post in posts()).items() if times > 1]


def test_every_label_names_a_check_and_words_that_stand_in_the_post() -> None:
    for post in posts():
        passages = (post.text, *(picture.alt for picture in post.pictures))
        for label in post.expected:
            assert label.check in set(CheckId), post.id
            assert label.severity in set(Severity), post.id
            assert any(label.words in passage for passage in passages), (post.id, label.words)


def test_nothing_in_an_ordinary_post_should_stop_or_warn() -> None:
    for post in posts():
        if post.ordinary:
            assert {label.severity for label in post.expected} <= {"hint"}, post.id


def test_every_check_has_a_weight_and_a_post_to_be_measured_by() -> None:
    expected = {label.check for post in posts() for label in post.expected}

    assert set(severities()) == set(CheckId)
    assert expected == set(CheckId)


def test_about_a_third_is_set_aside() -> None:
    # Posts that were read before they were labelled, and mended by, lie outside it: so it is rather less.
    # A file whose posts were all mended by says so (`seen`).
    unseen = [post for post in posts() if not post.seen]
    aside = [post for post in unseen if post.set_aside]

    assert 0.25 < len(aside) / len(unseen) < 0.40
