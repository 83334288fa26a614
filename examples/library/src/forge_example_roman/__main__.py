"""Writes each number of standard input, one a line, as a Roman numeral."""

import sys

from forge_example_roman import to_roman


def main() -> None:
    try:
        for line in sys.stdin:
            print(to_roman(int(line)))
    except ValueError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
