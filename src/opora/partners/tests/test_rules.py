"""When an entry is stale, a referral overdue, and how slips in words are mended."""

from datetime import date

from opora.partners.rules import follow_up_day, is_overdue, is_stale, mended, query_of, words_of


def test_an_entry_is_stale_after_twelve_months_or_when_never_checked() -> None:
    assert is_stale(None, date(2026, 3, 2))
    assert not is_stale(date(2025, 3, 3), date(2026, 3, 2))
    assert is_stale(date(2025, 3, 2), date(2026, 3, 2))
    assert is_stale(date(2024, 2, 29), date(2025, 2, 28))


def test_a_referral_is_overdue_while_nobody_knows_its_outcome() -> None:
    day = follow_up_day(date(2026, 3, 2))
    assert day == date(2026, 3, 16)
    assert not is_overdue("unknown", day, day)
    assert is_overdue("unknown", day, date(2026, 3, 17))
    assert not is_overdue("declined", day, date(2026, 3, 17))


def test_words_are_taken_without_signs_and_slips_are_mended() -> None:
    assert words_of("Приёмная, «Вместе»!") == ["приемная", "вместе"]
    assert query_of(["юрист", "жилье"], every=True) == "юрист:* & жилье:*"
    assert query_of(["дом", "жилье"], every=True, whole=3) == "дом & жилье:*"
    assert query_of(["юрист", "жилье"], every=False) == "юрист:* | жилье:*"
    assert query_of(words_of("юрист & !жильё | ':*"), every=True) == "юрист:* & жилье:*"
    assert mended(["юррист", "щщщщ"], {"юрист", "жилье"}) == ["юрист"]
