"""Whether the numbers of an organization can be right: each Russian register ends its numbers with check digits."""

from collections.abc import Mapping
from typing import Final

# Every detail in the order of the page, with the length it may have.
LENGTHS: Final[Mapping[str, int]] = {
    "name": 300,
    "short_name": 120,
    "address": 300,
    "phones": 200,
    "email": 254,
    "hours": 200,
    "signatory_post": 150,
    "signatory_name": 150,
    "inn": 12,
    "kpp": 9,
    "ogrn": 15,
    "account": 20,
    "bank": 200,
    "bik": 9,
    "correspondent": 20,
    "consent_text": 10_000,
}
DETAILS: Final = tuple(name for name in LENGTHS if name != "consent_text")
NUMBERS: Final = ("inn", "kpp", "ogrn", "account", "bik", "correspondent")

_INN_10: Final = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_11: Final = (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_12: Final = (3, *_INN_11)
_ACCOUNT: Final = (7, 1, 3) * 7 + (7, 1)


def _weighed(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))


def inn_is_right(inn: str) -> bool:
    """Ten digits of an organization or twelve of a person; the last one or two are computed from the others."""
    if len(inn) == 10:
        return _weighed(inn, _INN_10) % 11 % 10 == int(inn[9])
    if len(inn) == 12:
        return _weighed(inn, _INN_11) % 11 % 10 == int(inn[10]) and _weighed(inn, _INN_12) % 11 % 10 == int(inn[11])
    return False


def ogrn_is_right(ogrn: str) -> bool:
    """Thirteen digits of an organization or fifteen of an entrepreneur; the last is a remainder of the others."""
    return len(ogrn) in (13, 15) and int(ogrn[:-1]) % (len(ogrn) - 2) % 10 == int(ogrn[-1])


def account_is_right(account: str, bik: str) -> bool:
    """Twenty digits that fit the bank: an account is checked together with the end of the bank's code."""
    return len(account) == 20 and len(bik) == 9 and _weighed(bik[-3:] + account, _ACCOUNT) % 10 == 0


def correspondent_is_right(correspondent: str, bik: str) -> bool:
    """The bank's own account begins with 301 and fits the middle of the bank's code."""
    if len(correspondent) != 20 or len(bik) != 9 or not correspondent.startswith("301"):
        return False
    return _weighed("0" + bik[4:6] + correspondent, _ACCOUNT) % 10 == 0


def wrong_numbers(given: Mapping[str, str]) -> list[str]:
    """The numbers that cannot be right, by name; an empty one is not known yet and is no mistake."""
    bik = given["bik"]
    right = {
        "inn": inn_is_right(given["inn"]),
        "kpp": len(given["kpp"]) == 9,
        "ogrn": ogrn_is_right(given["ogrn"]),
        "bik": len(bik) == 9 and bik.startswith("0"),
        "account": account_is_right(given["account"], bik),
        "correspondent": correspondent_is_right(given["correspondent"], bik),
    }
    return [name for name in NUMBERS if given[name] and not right[name]]
