"""`python -m pipeline`, the same as `ukgov-extract`."""

import sys

from pipeline.cli import main

if __name__ == "__main__":  # a worker imports this module too
    sys.exit(main())
