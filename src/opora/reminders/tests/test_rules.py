"""When a thing is near, in which order it stands, on which days a letter goes out, what a calendar file says."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from opora.reminders.rules import (
    OFF,
    RHYTHMS,
    WEEKDAYS,
    WEEKLY,
    Entry,
    Reminder,
    calendar,
    in_order,
    is_letter_day,
    looks_until,
    near,
    next_review,
)

ON = date(2026, 11, 24)
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
AT = datetime(2026, 11, 24, 4, 17, tzinfo=UTC)


def reminder(day: date, kind: str = "visit", key: int = 1, **details: object) -> Reminder:
    return Reminder(kind, day, key, "/", **details)


def test_nothing_is_late_on_its_own_day() -> None:
    assert not reminder(ON).is_late(ON)
    assert reminder(ON - timedelta(days=1)).is_late(ON)


def test_the_longest_waiting_stands_first_and_one_day_follows_the_list_of_kinds() -> None:
    late, vote, visit = reminder(ON - timedelta(days=9)), reminder(ON, "vote"), reminder(ON)
    assert in_order([visit, vote, late], ["vote", "visit"]) == [late, vote, visit]


@given(st.lists(DAYS, max_size=8), DAYS)
def test_near_and_later_together_are_everything(days: list[date], until: date) -> None:
    due, later = near([reminder(day) for day in days], until)
    assert sorted(one.day for one in due + later) == sorted(days)
    assert all(one.day <= until for one in due) and all(one.day > until for one in later)


def test_a_birthday_leaves_the_house_as_its_month_only() -> None:
    born = reminder(date(2026, 12, 17), "birthday", is_rough=True, detail="words").for_outside()
    assert (born.day, born.detail) == (date(2026, 12, 1), "")
    assert reminder(date(2026, 12, 17)).for_outside().day == date(2026, 12, 17)


@given(DAYS)
def test_letters_go_out_from_monday_to_friday_on_mondays_or_never(on: date) -> None:
    assert is_letter_day(WEEKDAYS, on) == (on.isoweekday() < 6)
    assert is_letter_day(WEEKLY, on) == (on.isoweekday() == 1)
    assert not is_letter_day(OFF, on)


@given(DAYS, st.sampled_from([WEEKDAYS, WEEKLY]))
def test_every_day_is_named_in_some_letter_before_it_passes(day: date, rhythm: str) -> None:
    """No day falls between two letters: the last one on or before it looks as far as that day."""
    on = next(day - timedelta(days=back) for back in range(8) if is_letter_day(rhythm, day - timedelta(days=back)))
    assert looks_until(rhythm, on) >= day


def test_a_review_follows_after_the_months_of_the_program() -> None:
    assert next_review(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert next_review(date(2023, 11, 30), 3) == date(2024, 2, 29)
    assert next_review(date(2026, 1, 31), 1) == date(2026, 2, 28)


def lines_of(body: bytes) -> list[str]:
    """The lines of a calendar file as RFC 5545 folds them."""
    return body.decode().replace("\r\n ", "").split("\r\n")


def file_of(*entries: Entry) -> bytes:
    return calendar(entries, title="Опора: напоминания", house="opora.example.org", language="ru", at=AT)


def test_the_file_keeps_to_the_rules_of_calendars() -> None:
    """RFC 5545: CRLF, at most 75 octets a line, never cut within a letter, commas and semicolons escaped."""
    title = "Повторная оценка; семья, о которой " + "очень " * 20 + "длинно\nсказано"
    body = file_of(Entry("review-7", ON, title, "https://opora.example.org/cases/7/"))
    assert body.endswith(b"END:VCALENDAR\r\n") and b"\n" not in body.replace(b"\r\n", b"")
    assert all(len(line) <= 75 and line.decode() for line in body.split(b"\r\n") if line)
    summary = next(line for line in lines_of(body) if line.startswith("SUMMARY:"))
    assert r"оценка\; семья\, о" in summary and r"длинно\nсказано" in summary


def test_a_known_hour_is_told_in_the_time_of_the_world() -> None:
    begins = datetime(2028, 2, 29, 9, 30, tzinfo=ZoneInfo("Europe/Moscow"))
    lines = lines_of(file_of(Entry("visit-3", date(2028, 2, 29), "Визит", begins_at=begins)))
    assert "DTSTART:20280229T063000Z" in lines and "DTEND:20280229T073000Z" in lines


def test_days_are_whole_take_no_time_and_keep_their_names() -> None:
    body = file_of(Entry("visit-3", date(2028, 2, 29), "Визит"))
    lines = lines_of(body)
    for line in (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "DTSTART;VALUE=DATE:20280229",
        "DTEND;VALUE=DATE:20280301",
        "UID:visit-3@opora.example.org",
        "DTSTAMP:20261124T041700Z",
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
    ):
        assert line in lines, line
    assert any(line.startswith("REFRESH-INTERVAL;VALUE=DURATION:PT6H") for line in lines)
    assert body == file_of(Entry("visit-3", date(2028, 2, 29), "Визит"))


def test_an_empty_calendar_is_still_one() -> None:
    assert "VEVENT" not in file_of().decode() and lines_of(file_of())[0] == "BEGIN:VCALENDAR"


def test_the_rhythms_are_those_one_may_choose() -> None:
    assert set(RHYTHMS) == {OFF, WEEKDAYS, WEEKLY}
