"""The comments under a post, read from a real WordPress as any visitor."""

from smadmin.domain.publishers import Posted
from smadmin.publishing.comments_shown import BlogComments
from tests.servers.blog import Blog
from tests.servers.contract import a_post
from tests.servers.test_wordpress import place_of, web

WRITE = """
foreach ([['Ann & Co', 1, 'Lovely <b>choir</b>!', 1], ['Mallory', 2, 'Waits for approval', 0]] as $one) {
    wp_insert_comment(['comment_post_ID' => %(post)s, 'comment_author' => $one[0],
        'comment_content' => $one[2], 'comment_approved' => $one[3],
        'comment_date_gmt' => '2026-11-2' . $one[1] . ' 10:00:00']);
}
"""


def test_what_visitors_see_under_a_post_is_read_and_nothing_else(blog: Blog) -> None:
    place = place_of(blog)
    out, other = (place.publisher.publish(place.access, a_post(place)) for _ in range(2))
    blog.php(WRITE % {"post": out.id})
    source = BlogComments(web())

    [one] = source.comments(blog.address, out)

    assert (one.author, one.text, one.by) == ("Ann & Co", "Lovely choir!", "")
    assert one.at is not None
    assert one.at.isoformat() == "2026-11-21T10:00:00+00:00"
    assert source.comments(blog.address, other) == ()
    assert source.comments(blog.address, Posted("999999", "")) == ()
