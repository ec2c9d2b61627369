"""One clock on the wall: days and hours of the organization come from `common.dates` and from nowhere else."""

import re

from tests.house.source import modules, shown

# A second way to a day of the calendar would follow another zone on the day somebody changes one of them.
OTHER_CLOCKS = re.compile(
    r"\b(localtime|localdate|date\.today|datetime\.(now|today|utcnow|utcfromtimestamp)|ZoneInfo|get_current_timezone)\("
    r"|\b(current_date|now\(\)::date)\b",
    re.IGNORECASE,
)


def test_nobody_asks_another_clock() -> None:
    asked = [
        f"{shown(path)}:{number}"
        for path in modules()
        if shown(path) != "opora/common/dates.py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if OTHER_CLOCKS.search(line)
    ]
    assert not asked


def test_another_clock_would_be_seen() -> None:
    assert all(OTHER_CLOCKS.search(line) for line in ("date.today()", "localtime(x).date()", "where on = current_date"))
