"""One reader of telephones: the numbers in a line as people write it, with words, hours and extensions around them.

Index, search, likeness and intake read by it, so a number typed anywhere is the same number everywhere. Google's
library (phonenumbers 9, 48 MB unpacked, 28 ms at start) was measured on two dozen Russian lines: it finds no local
number of five or six digits, loses «8 921 1234567 8 921 7654321», and reads a passport as a telephone.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

NATIONAL_DIGITS = 10
LAST_DIGITS = 7
SHORTEST, LONGEST = 5, 15

_EXTENSION = re.compile(r"(?:\(?\s*(?:доб(?:авочный)?|внутр?|вн|ext)\b[\s.:№]*|#\s*)(\d{1,6})\)?", re.IGNORECASE)
# Hours («с 9:30», «18.00-20.00») and days («до 12.03.2024») are no numbers to call.
_HOUR = re.compile(
    r"(?<![\d.:)–-])(?:[01]?\d|2[0-4])[:.][0-5]\d(?:\s*[-–—]\s*(?:[01]?\d|2[0-4])[:.][0-5]\d)?(?![\d.:–-])"
)
_DAY = re.compile(r"(?<![\d.)-])(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d(?![\d.-])")
_RUN = re.compile(r"\+?\s?\(?\d(?:[ \t().\-]*\d)*")
_GROUP = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Phone:
    """A number by its digits: ten of a Russian one, all of a foreign one with its country, as many as a local one has.

    Two numbers with different extensions are two telephones behind one switchboard.
    """

    digits: str
    extension: str = ""

    @property
    def last(self) -> str:
        """The last seven digits, by which people remember a number; empty when there are fewer."""
        return self.digits[-LAST_DIGITS:] if len(self.digits) >= LAST_DIGITS else ""

    def agrees(self, other: "Phone") -> bool:
        """Whether both ring the same telephone."""
        apart = self.extension and other.extension and self.extension != other.extension
        return self.digits == other.digits and not apart


def phones_in(line: str) -> tuple[Phone, ...]:
    """Every telephone of a line, in its order, each once."""
    plain = unicodedata.normalize("NFKC", line)
    for dash in "–—‐‑−":
        plain = plain.replace(dash, "-")
    plain = _DAY.sub(";", _HOUR.sub(";", plain))
    found: dict[Phone, None] = {}
    start = 0
    for extension in _EXTENSION.finditer(plain):
        numbers = _numbers(plain[start : extension.start()])
        if numbers:
            numbers[-1] = Phone(numbers[-1].digits, extension[1])
        found |= dict.fromkeys(numbers)
        start = extension.end()
    return tuple(found | dict.fromkeys(_numbers(plain[start:])))


def to_dial(line: str) -> str:
    """The first telephone of the line as a handset dials it; empty when there is none, a local number as it stands."""
    phone = next(iter(phones_in(line)), None)
    if phone is None:
        return ""
    if len(phone.digits) == NATIONAL_DIGITS:
        return f"+7{phone.digits}"
    return f"+{phone.digits}" if len(phone.digits) > NATIONAL_DIGITS else phone.digits


def phones_of(lines: Iterable[str]) -> frozenset[Phone]:
    """The telephones of several lines."""
    return frozenset(phone for line in lines for phone in phones_in(line))


def _numbers(text: str) -> list[Phone]:
    return [Phone(number) for run in _RUN.findall(text) for number in _cut(run)]


def _cut(run: str) -> Iterator[str]:
    """The numbers of an unbroken run of digits and signs; two may stand in it one after the other."""
    groups = _GROUP.findall(run)
    is_foreign = run.startswith("+") and not groups[0].startswith("7")
    while groups:
        taken = len(groups) if is_foreign else _end_of_national(groups)
        number, groups = "".join(groups[: taken or len(groups)]), groups[taken or len(groups) :]
        if SHORTEST <= len(number) <= LONGEST:
            yield _canonical(number)


def _end_of_national(groups: list[str]) -> int:
    """How many groups make one Russian number of ten digits, or eleven with 7 or 8 in front; 0 when none do."""
    count = 0
    for place, group in enumerate(groups, start=1):
        count += len(group)
        if count == NATIONAL_DIGITS + 1 and groups[0][0] in "78":
            return place
        # A lone 8 in front is the trunk prefix, so its number has one digit more.
        if count == NATIONAL_DIGITS and groups[0][0] in "3489" and groups[0] != "8":
            return place
    return 0


def _canonical(number: str) -> str:
    for prefix in ("810", "00"):
        if number.startswith(prefix) and len(number) > NATIONAL_DIGITS + 1:
            number = number.removeprefix(prefix)
            break
    if len(number) == NATIONAL_DIGITS + 1 and number[0] in "78":
        return number[1:]
    return number
