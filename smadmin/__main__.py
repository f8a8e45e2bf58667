"""`python -m smadmin`: the same as the command `smadmin`."""

import sys

from smadmin.app import main

if __name__ == "__main__":
    sys.exit(main())
