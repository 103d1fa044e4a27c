"""The command `lantoa`: every command of the project, by its short name."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run the command that the words on the command line name."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantoa.settings")
    execute_from_command_line(["lantoa", *sys.argv[1:]])


if __name__ == "__main__":
    main()
