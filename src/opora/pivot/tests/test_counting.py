"""Cells, rows, columns and the whole: by the database the same as by hand, each family once in each of them."""

from collections.abc import Iterable
from datetime import date

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from opora.pivot.queries import statement
from opora.pivot.queries.reading import _count
from opora.pivot.queries.statement import Asked
from opora.pivot.rules import (
    ALL,
    READY,
    SUBJECTS,
    Cell,
    Definition,
    Key,
    Kind,
    Period,
    Problem,
    days_of,
    definition_from,
    dimensions_of,
    keys_between,
    problems_of,
    value_in,
)

pytestmark = pytest.mark.django_db
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31), date(2026, 12, 31))
# A family (None: nobody named yet), where it stands in rows and columns ("": not known), whether it is so, how much.
Fact = tuple[int | None, str, str, str, int | None]
facts_of_a_year: st.SearchStrategy[list[Fact]] = st.lists(
    st.tuples(
        st.one_of(st.none(), st.integers(1, 4)),
        st.sampled_from(["", "a", "b"]),
        st.sampled_from(["", "x", "y"]),
        st.sampled_from(["yes", "no", "unknown"]),
        st.one_of(st.none(), st.integers(0, 9)),
    ),
    max_size=14,
)


def _by_database(facts: list[Fact], kind: Kind, monkeypatch: pytest.MonkeyPatch) -> dict[Key, Cell]:
    rows = [
        f"({number}::bigint, NULL::bigint, {family or 'NULL'}::bigint, NULL::bigint, NULL::bigint, NULL::bigint, "
        f"NULL::bigint, DATE '2026-05-01', '{state}', {'NULL' if amount is None else amount}::numeric, "
        f"NULLIF('{row}', ''), NULLIF('{column}', ''))"
        for number, (family, row, column, state, amount) in enumerate(facts, start=1)
    ]
    text = (
        f"SELECT * FROM (VALUES {', '.join(rows)}) told (record, person_id, family_id, case_id, route_id, "
        'department_id, program_id, "on", state, amount, own_direction, own_format)'
    )
    monkeypatch.setattr(statement, "_text", lambda _name: text)
    with connection.cursor():
        return _count(Asked(Definition("services", "direction", "format", kind=kind), YEAR, None))


def _by_hand(facts: list[Fact], kind: Kind) -> dict[Key, Cell]:
    found: dict[Key, list[tuple[int, Fact]]] = {}
    for number, fact in enumerate(facts, start=1):
        for row in (fact[1], ALL):
            for column in (fact[2], ALL):
                found.setdefault((row, column), []).append((number, fact))
    return {key: _cell(told, kind) for key, told in found.items()}


def _cell(told: list[tuple[int, Fact]], kind: Kind) -> Cell:
    if kind is Kind.FAMILIES:
        things = {family for _number, (family, *_rest) in told if family is not None}
        states = {thing: _best(fact[3] for _number, fact in told if fact[0] == thing) for thing in things}
        unnamed = sum(fact[0] is None for _number, fact in told)
    else:
        states, unnamed = {number: fact[3] for number, fact in told}, 0
    said = list(states.values())
    return Cell(said.count("yes"), said.count("no"), said.count("unknown"), unnamed=unnamed)


def _best(states: Iterable[str]) -> str:
    return max(states, key=("unknown", "no", "yes").index)


@settings(max_examples=30, deadline=None)
@given(facts=facts_of_a_year.filter(bool), kind=st.sampled_from([Kind.FAMILIES, Kind.RECORDS, Kind.SUM]))
def test_the_database_counts_as_one_counts_by_hand(facts: list[Fact], kind: Kind) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        found = _by_database(facts, kind, monkeypatch)
    wanted = _by_hand(facts, kind)
    assert found.keys() == wanted.keys()
    for key, cell in wanted.items():
        got = found[key]
        assert (got.yes, got.no, got.unknown, got.unnamed) == (cell.yes, cell.no, cell.unknown, cell.unnamed), key
    if kind is Kind.SUM:
        known = [amount for *_rest, amount in facts if amount is not None]
        assert (found[ALL, ALL].amount, found[ALL, ALL].measured) == (sum(known), len(known))


@settings(max_examples=30, deadline=None)
@given(facts=facts_of_a_year.filter(bool))
def test_no_row_is_more_than_the_whole_and_all_of_them_are_no_less(facts: list[Fact]) -> None:
    """People are counted once: a row is at most the whole, and the rows together at least it."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        found = _by_database(facts, Kind.FAMILIES, monkeypatch)
    whole = found[ALL, ALL].yes
    rows = [cell.yes for (row, column), cell in found.items() if row is not ALL and column is ALL]
    assert max(rows) <= whole <= sum(rows)
    shares = [value_in(found, key, Kind.FAMILIES, "of_all") for key in found]
    assert all(share is None or 0 <= share <= 1 for share in shares)


def test_every_subject_can_be_told_apart_by_everything_it_says() -> None:
    """Each statement runs with each dimension, figure and day that it offers: no combination is broken."""
    for subject in SUBJECTS.values():
        for day in subject.days:
            known = list(dimensions_of(subject, day))
            for number, rows in enumerate(known):
                columns = known[(number + 1) % len(known)]
                kind = subject.kinds[number % len(subject.kinds)]
                one = Definition(subject.code, rows, columns, kind=kind, day=day, filters={rows: ("1",)})
                assert problems_of(one) == {}
                assert _count(Asked(one, YEAR, ((1,), (2,)))) == {}


def test_what_makes_no_table_says_which_part_is_wrong() -> None:
    wrong = Definition("cases", "month", "month", kind="sum", day="in_work", period="days", sort="up")
    assert problems_of(wrong) == {
        "rows": Problem.NO_DAY,
        "columns": Problem.SAME,
        "kind": Problem.KIND,
        "sort": Problem.SORT,
    }
    assert problems_of(Definition("cases", "channel", "", kind="median", shown="of_row")) == {"shown": Problem.SHOWN}
    assert problems_of(Definition("nobody", "x")) == {"subject": Problem.SUBJECT}
    backwards = Definition("cases", "program", period="days", first=date(2026, 2, 1), last=date(2026, 1, 1))
    assert problems_of(backwards) == {"period": Problem.BACKWARDS}


def test_ready_tables_are_tables_and_survive_being_kept() -> None:
    for one in READY.values():
        assert problems_of(one) == {}
        assert definition_from(one.to_data()) == one
        assert not one.turned.rows or one.turned.turned == one
    kept = Definition("cases", "program", period="days", first=date(2026, 1, 2), programs=(1,), filters={"sex": ("f",)})
    assert definition_from(kept.to_data()) == kept


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        ("last_quarter", date(2025, 10, 1), date(2025, 12, 31)),
        ("this_quarter", date(2026, 1, 1), date(2026, 2, 28)),
        ("last_month", date(2026, 1, 1), date(2026, 1, 31)),
        ("last_year", date(2025, 1, 1), date(2025, 12, 31)),
        ("last_12", date(2025, 3, 1), date(2026, 2, 28)),
    ],
)
def test_moving_periods_move_along_with_the_day(kind: str, first: date, last: date) -> None:
    period = days_of(kind, date(2026, 2, 28))
    assert (period.first, period.last) == (first, last)


def test_months_without_anything_are_seen() -> None:
    assert keys_between("quarter", date(2025, 11, 3), date(2026, 4, 1), 12) == ["2025-4", "2026-1", "2026-2"]
    assert keys_between("month", date(1990, 1, 1), date(2026, 4, 1), 36) == []


def test_nothing_known_is_no_nought() -> None:
    """X-06: of nobody it is known, so there is no share, and no number either."""
    assert Cell(unknown=3).figure(Kind.SHARE) is None
    assert Cell(unknown=3).figure(Kind.PEOPLE) is None
    assert Cell(no=3).figure(Kind.PEOPLE) == 0
    assert Cell(yes=2).figure(Kind.SUM) is None
