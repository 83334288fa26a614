import pytest

from forge_example_roman import from_roman, to_roman


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "I"), (4, "IV"), (1994, "MCMXCIV"), (3999, "MMMCMXCIX")]
)
def test_known_numerals(number: int, numeral: str) -> None:
    assert to_roman(number) == numeral
    assert from_roman(numeral) == number


def test_every_number_comes_back() -> None:
    numbers = list(range(1, 4000))
    assert [from_roman(to_roman(number)) for number in numbers] == numbers


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_numbers_without_a_numeral(number: int) -> None:
    with pytest.raises(ValueError, match="1 to 3999"):
        to_roman(number)


@pytest.mark.parametrize("numeral", ["", "IIII", "VX", "iv", "MMMM", "X "])
def test_text_that_is_no_numeral(numeral: str) -> None:
    with pytest.raises(ValueError, match="not a Roman numeral"):
        from_roman(numeral)
