"""The sample school's blog, as a platform to which the program posts by itself."""

from smadmin.domain.accounts import Account, Platform
from smadmin.domain.log_ins import ApiToken, LogIn
from smadmin.domain.publishers import Who
from smadmin.services.connections import Wish
from tests.fake_platform import FakePlatform
from tests.gui.seated import Seat

TOKEN = "Posting"
SECRET = "canary-a token"
_BUILT_ON = (
    "sendings",
    "send_road",
    "queueing",
    "entrusting",
    "outgoing",
    "connections",
    "removals",
    "removal_road",
    "clearing",
)


def with_blog(seat: Seat) -> FakePlatform:
    """Let the office post to blogs, on a platform that only notes; call it before anything else is asked."""
    for name in _BUILT_ON:  # made when somebody signed in already
        seat.office.__dict__.pop(name, None)
    platform = FakePlatform(lambda: seat.office.desk.now)
    seat.office.publishers = {Platform.WORDPRESS: platform}
    return platform


def blog_of(seat: Seat) -> Account:
    return next(one for one in seat.office.accounts.all() if one.platform is Platform.WORDPRESS)


def keep_token(seat: Seat, platform: FakePlatform) -> Account:
    """Keep a token of the blog."""
    blog, by = blog_of(seat), seat.by("maya-ortega")
    platform.tokens[SECRET] = Who("1@blog", "larks", "Lincoln Larks", blog.page)
    tokens = (ApiToken(TOKEN, SECRET),)
    kept = seat.office.vault.keep(by, blog.id, LogIn("larks", "canary-Falcon-4277", tokens=tokens))
    seat.office.vault.shelve(kept.value)
    return blog


def connected(seat: Seat, platform: FakePlatform) -> Account:
    """Keep a token of the blog, and connect it."""
    blog, by = keep_token(seat, platform), seat.by("maya-ortega")
    wish = Wish(blog.page, "larks", TOKEN)
    connections = seat.office.connections
    who = connections.ask(blog, connections.offered(by, blog.id, wish))
    connections.connect(by, blog.id, wish, who)
    return blog
