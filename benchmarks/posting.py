"""Posts to a real blog through a line on which everything goes wrong: none lost, none twice (N1).

`python3 dev.py bench posting` (about nine minutes), or `bench posting 40` for fewer posts. The faults are
drawn by seed, three requests in ten; each seed's row can be had again. Then the time of one post with four
large photos on a line without faults, and of one to three platforms at the same time (`bench posting 0` gives
that alone). `bench posting queue` (or `queue 40`) has 300 posts go out by themselves, through faults and
kills.
"""

import io
import sys
import time
from collections import Counter
from dataclasses import replace

import numpy as np
from PIL import Image

from benchmarks import _queued, _three
from smadmin.domain.publishers import Outgoing, Picture, differences
from smadmin.publishing.bounds import Bounds
from smadmin.publishing.web import Web
from smadmin.publishing.wordpress import WordPress
from tests.servers.blog import Blog, missing, running
from tests.servers.content import jpeg
from tests.servers.once import posted_at_last
from tests.servers.proxy import between, healthy, seeded

POSTS, EACH = 300, 20
SHARE = 0.3
HASTY = Bounds(connect_s=1, silent_s=1.5, total_s=1.5)
LARGE_PX = (2560, 1920)
"""What a photo of 12 megapixels is made into for a blog (`resources/platforms/wordpress.toml`)."""


def of_seed(blog: Blog, seed: int) -> tuple[int, int, int]:
    """Post through one seed's faults; give how many are lost, twice, and seen otherwise than released."""
    web = Web(HASTY, plain_to_loopback=True)
    publisher, clear = WordPress(web), WordPress(Web(plain_to_loopback=True))
    lost = twice = other = 0
    with between(blog.address, seeded(seed, SHARE)) as proxy:
        access = replace(blog.access(), server=proxy.address)
        for number in range(EACH):
            pictures = (Picture(jpeg(number), "image/jpeg", f"Picture {number}"),) if number % 4 == 0 else ()
            outgoing = Outgoing(f"bench-{seed}-{number}", f"Post {number} of seed {seed}.", pictures)
            posted = posted_at_last(publisher, access, outgoing)
            kinds = blog.kinds_named_like(int(posted.id))
            twice += kinds.count("post") > 1 or kinds.count("attachment") > len(pictures)
            proxy.plan, spoiling = healthy, proxy.plan
            seen = clear.read_back(proxy.address, posted)
            proxy.plan = spoiling
            lost += not seen.public
            other += seen.public and bool(differences(outgoing, seen))
    drawn = Counter(fault.value for _, fault in proxy.seen if fault is not None)
    told = ", ".join(f"{name} {count}" for name, count in sorted(drawn.items()))
    print(f"seed {seed:>3}: {EACH} posts, {len(proxy.seen)} requests; {told}", flush=True)
    return lost, twice, other


def large(number: int) -> bytes:
    """Give a picture as large as a photo is, in bytes as well."""
    noise = np.random.default_rng(number).integers(0, 90, (LARGE_PX[1] // 4, LARGE_PX[0] // 4, 3), np.uint8)
    file = io.BytesIO()
    Image.fromarray(noise).resize(LARGE_PX, Image.Resampling.BICUBIC).save(file, "JPEG", quality=88)
    return file.getvalue()


def with_photos(blog: Blog) -> None:
    """Print how long one post with four large photos takes, the server's own work included."""
    pictures = tuple(Picture(large(number), "image/jpeg", f"Photo {number}") for number in range(4))
    outgoing = Outgoing("bench-large", "Four photos.", pictures)
    publisher = WordPress(Web(plain_to_loopback=True))
    began = time.monotonic()
    posted = publisher.publish(blog.access(), outgoing)
    out = time.monotonic()
    seen = publisher.read_back(blog.address, posted)
    size = sum(len(picture.content) for picture in pictures) / 1e6
    print(f"four photos of {size:.1f} MB: out {out - began:.2f} s, read back {time.monotonic() - out:.2f} s")
    print(f"differences: {', '.join(differences(outgoing, seen)) or 'none'}")


def main() -> int:
    """Print each seed's faults and what came of them; 1 where a post is lost, twice or changed."""
    if sys.argv[1:2] == ["queue"]:
        return _queued.main(int(next(iter(sys.argv[2:]), POSTS)))
    posts = int(sys.argv[1]) if len(sys.argv) > 1 else POSTS
    if lacking := missing():
        print(f"no blog here ({', '.join(lacking)} missing): nothing was measured")
        return 1
    if not posts:
        return to_three()
    began = time.monotonic()
    with running() as blog:
        counts = [of_seed(blog, seed) for seed in range(1, max(1, posts // EACH) + 1)]
        lost, twice, other = (sum(column) for column in zip(*counts, strict=True))
        took = time.monotonic() - began
        print(f"{len(counts) * EACH} posts in {took:.0f} s: {lost} lost, {twice} twice, {other} changed")
        with_photos(blog)
    return int(lost + twice + other > 0) or to_three()


def to_three() -> int:
    """Print the time of a post to three platforms, where their servers can be had."""
    if lacking := _three.missing():
        print(f"three platforms: {', '.join(lacking)} missing, nothing was measured")
        return 1
    return _three.to_three()


if __name__ == "__main__":
    sys.exit(main())
