"""A developer's one command: `python3 dev.py run`, `test`, `lint`, `bench NAME`, `shots`, `lock`.

Needs nothing but Python 3.11's standard library; the first verb makes `.venv`, later ones are instant.
"""

import argparse
import sys

from house import debian, environment, locking


def main() -> int:
    """Do the verb and give its exit status."""
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("lint", help="style, types, layers")
    verbs.add_parser("lock", help="renew the pinned, hashed requirements")
    asked = parser.parse_args()
    if asked.verb == "lock":
        locking.lock()
        return 0
    debian.install(debian.TEST)
    environment.prepare("dev")
    return 0


if __name__ == "__main__":
    sys.exit(main())
