"""How long backups stay, how a backup is closed, how keys stand on paper."""

import io
import random
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.backups.rules import sheet, strongbox
from opora.backups.rules.keeping import Keeping, parse, to_let_go
from opora.common.envelope import Locked

NOW = datetime(2026, 11, 29, 3, 37)


def nights(count: int) -> list[datetime]:
    return [NOW - timedelta(days=day) for day in range(count)]


def test_a_year_of_nights_leaves_seven_days_four_weeks_and_six_months() -> None:
    known = nights(365)
    kept = sorted(set(known) - to_let_go(known, parse("7d,4w,6m")), reverse=True)
    assert [f"{moment:%m-%d}" for moment in kept] == [
        # Seven days; the Sundays and the ends of months among them count once.
        *("11-29", "11-28", "11-27", "11-26", "11-25", "11-24", "11-23"),
        *("11-22", "11-15", "11-08", "10-31", "09-30", "08-31", "07-31", "06-30"),
    ]


def test_two_backups_of_one_day_leave_the_later() -> None:
    morning, evening = NOW, NOW + timedelta(hours=9)
    assert to_let_go([morning, evening], Keeping(days=7)) == {morning}


def test_after_a_pause_of_a_year_the_old_backups_are_still_there() -> None:
    known = [NOW, *(NOW - timedelta(days=400 + day) for day in range(3))]
    assert to_let_go(known, Keeping(days=4)) == set()


@given(
    st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), min_size=1, max_size=40),
    st.builds(Keeping, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)),
)
def test_the_newest_backup_never_goes_and_longer_terms_keep_more(known: list[datetime], keeping: Keeping) -> None:
    gone = to_let_go(known, keeping)
    assert max(known) not in gone and gone <= set(known)
    longer = Keeping(keeping.days + 1, keeping.weeks + 1, keeping.months + 1)
    assert to_let_go(known, longer) <= gone


@pytest.mark.parametrize("text", ["", "7", "d", "7d,7d", "0d", "7d;4w", "-1d", "7y", "7d,,4w"])
def test_a_term_that_says_nothing_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse(text)


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strongbox, "PIECE", 16)


KEY = bytes(range(32))


def closed(plain: bytes) -> bytes:
    sink = io.BytesIO()
    closing = strongbox.Closing(sink, KEY)
    closing.write(plain)
    closing.finish()
    return sink.getvalue()


def opened(data: bytes, key: bytes = KEY) -> bytes:
    return io.BufferedReader(strongbox.Opening(io.BytesIO(data), key)).read()


@pytest.mark.parametrize("size", [0, 1, 15, 16, 17, 31, 32, 33, 100])
def test_what_was_closed_piece_by_piece_opens_whole(small_pieces: None, size: int) -> None:
    plain = random.Random(size).randbytes(size)
    assert opened(closed(plain)) == plain and (size < 8 or plain not in closed(plain))


@pytest.mark.parametrize("spoil", ["cut", "end", "swap", "byte", "more", "nothing"])
def test_no_piece_can_be_cut_off_moved_or_changed(small_pieces: None, spoil: str) -> None:
    whole, piece = closed(b"0123456789abcdef" * 3), 32
    spoiled = {
        "cut": whole[:-1],
        "end": whole[: 2 * piece],
        "swap": whole[piece : 2 * piece] + whole[:piece] + whole[2 * piece :],
        "byte": whole[:40] + bytes([whole[40] ^ 1]) + whole[41:],
        "more": whole + whole[:piece],
        "nothing": b"",
    }[spoil]
    with pytest.raises(Locked):
        opened(spoiled)


def test_a_backup_opens_by_its_passphrase_or_by_the_keys_and_by_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strongbox, "SCRYPT", {"n": 1024, "r": 8, "p": 1})
    lock, sheet_lock = strongbox.lock_with_passphrase(KEY, "пять слов подряд"), strongbox.lock_with_keys(KEY, b"keys")
    assert strongbox.unlock_with_passphrase(lock, "пять слов подряд") == KEY
    assert strongbox.unlock_with_keys(sheet_lock, b"keys") == KEY
    with pytest.raises(Locked):
        strongbox.unlock_with_passphrase(lock, "Пять слов подряд")
    with pytest.raises(Locked):
        strongbox.unlock_with_keys(sheet_lock, b"others")
    with pytest.raises(Locked):
        strongbox.unlock_with_passphrase(lock | {"n": 1 << 40}, "пять слов подряд")


KEYS = {"people.json": '{"current": "1", "sealing": {"1": "ab12"}}', "web-secret": "x" * 64}
WORDS = st.text(st.characters(codec="ascii", exclude_categories=("Cc",)), max_size=80)


@given(st.dictionaries(WORDS, WORDS, max_size=5))
def test_keys_typed_back_from_paper_are_the_same(keys: dict[str, str]) -> None:
    assert sheet.keys_of(sheet.lines_of(keys)) == keys


@given(st.data())
def test_a_mistyped_line_is_named(data: st.DataObject) -> None:
    lines = sheet.lines_of(KEYS)
    number = data.draw(st.integers(0, len(lines) - 1))
    body = lines[number].split(". ")[1]
    place = data.draw(st.integers(0, len(body) - 1).filter(lambda place: body[place] != " "))
    other = data.draw(st.sampled_from([sign for sign in sheet.SIGNS if sign != body[place]]))
    lines[number] = f"{number + 1}. {body[:place]}{other}{body[place + 1 :]}"
    with pytest.raises(sheet.Mistyped) as slip:
        sheet.keys_of(lines)
    assert slip.value.line == number + 1


def test_small_letters_other_alphabets_and_the_lines_around_do_not_matter() -> None:
    lines = sheet.lines_of(KEYS)
    typed = [line.lower().replace("0", "о").replace("1", "l").replace("c", "с").replace(" ", "  ") for line in lines]
    numbered = [f"{number}. {line.split('.', 1)[1]}" for number, line in enumerate(typed, 1)]
    assert sheet.keys_of(["Опора: лист восстановления", "", *reversed(numbered), "10 ноября"]) == KEYS


def test_a_line_left_out_is_named_and_lines_of_two_sheets_do_not_fit() -> None:
    lines = sheet.lines_of(KEYS)
    with pytest.raises(sheet.Mistyped) as slip:
        sheet.keys_of(lines[:1] + lines[2:])
    assert slip.value.line == 2
    with pytest.raises(sheet.Mistyped) as mixed:
        sheet.keys_of([*sheet.lines_of(KEYS | {"web-secret": "y" * 64})[:-1], lines[-1]])
    assert mixed.value.line == 0
