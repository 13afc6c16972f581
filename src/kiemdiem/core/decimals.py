"""How numbers with two decimals are printed: cut, never rounded up, with a decimal comma."""


def decimal(hundredths: int) -> str:
    """A number given in hundredths: 9333 → 93,33."""
    whole, rest = divmod(hundredths, 100)
    return f"{whole},{rest:02d}"


def mean(total: int, *, slips: int) -> str:
    """The mean of a sum in hundredths; empty when there is no slip."""
    return decimal(total // slips) if slips else ""


def percent(part: int, *, whole: int) -> str:
    """The part in percent of the whole, without its sign; empty when there is no whole."""
    return decimal(part * 10000 // whole) if whole else ""
