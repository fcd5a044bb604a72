"""`python -m tourview`."""

import sys

from tourview.cli import main

if __name__ == "__main__":
    sys.exit(main())
