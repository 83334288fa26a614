"""Roman numerals from 1 to 3999."""

import re

__all__ = ["from_roman", "to_roman"]

_SYMBOLS = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_NUMERAL = re.compile(
    r"(?=.)M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})", re.ASCII
)


def to_roman(number: int) -> str:
    """Write a number from 1 to 3999 as a Roman numeral."""
    if not 1 <= number <= 3999:
        raise ValueError(f"no Roman numeral for {number}: it must be from 1 to 3999")
    numeral = ""
    for value, symbol in _SYMBOLS:
        count, number = divmod(number, value)
        numeral += symbol * count
    return numeral


def from_roman(numeral: str) -> int:
    """Read a Roman numeral as to_roman writes it."""
    if not _NUMERAL.fullmatch(numeral):
        raise ValueError(f"not a Roman numeral: {numeral!r}")
    number = 0
    rest = numeral
    for value, symbol in _SYMBOLS:
        while rest.startswith(symbol):
            number += value
            rest = rest.removeprefix(symbol)
    return number
