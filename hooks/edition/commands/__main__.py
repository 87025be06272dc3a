"""`python -m edition.commands`: the command, where no script is installed."""

import sys

from edition.commands.main import main

sys.exit(main())
