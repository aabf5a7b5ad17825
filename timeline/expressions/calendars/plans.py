"""Five-year plans of the People's Republic of China."""

_FIRST = 1953
"""“一五” began in 1953; the sixth and every later plan begins in the year after one that ends in 5 or 0."""


def plan_years(number: int) -> tuple[int, int] | None:
    """First and last year of the plan of that number, both inside: 14 → (2021, 2025); None below 1 or above 30.

    1963–1965 were years of adjustment between the second plan and the third.
    """
    if not 1 <= number <= 30:
        return None
    if number <= 2:
        first = _FIRST + 5 * (number - 1)
    else:
        first = 1966 + 5 * (number - 3)
    return first, first + 4
