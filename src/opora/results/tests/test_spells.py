"""From days of yes and no to times in which a result stood: in Python and in the database alike."""

import json
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opora.results.queries.statements import SQL
from opora.results.rules import Fact, spells, suggestion

BEGAN = date(2024, 1, 1)
facts = st.builds(
    lambda day, place, number, yes, sure: Fact(
        BEGAN + timedelta(days=day), place, f"forms:{number}", is_yes=yes, is_sure=sure or place == 1
    ),
    st.integers(0, 6),
    st.just(0),
    st.integers(1, 9),
    st.sampled_from([True, False, None]),
    st.booleans(),
)
series = st.lists(facts, max_size=8, unique_by=lambda one: (one.on, one.source))


def yes(day: int, **more: Any) -> Fact:
    return Fact(BEGAN + timedelta(days=day), 0, f"forms:{day}", is_yes=True, **more)


def no(day: int, **more: Any) -> Fact:
    return Fact(BEGAN + timedelta(days=day), 0, f"forms:{day}", is_yes=False, **more)


def test_what_was_never_seen_is_no_result() -> None:
    assert spells([no(1), no(2)]) == []
    assert suggestion([no(1, is_sure=False)]) is None


def test_reached_lost_and_reached_again() -> None:
    found = spells([no(0), yes(1), yes(2), no(3), yes(5)])
    assert [(one.since.day, one.until.day if one.until else None) for one in found] == [(2, 4), (6, None)]
    assert found[0].until_by == "forms:3"


def test_a_sign_alone_is_a_suggestion_and_no_result() -> None:
    facts = [no(0), yes(2, is_sure=False)]
    assert spells(facts) == []
    told = suggestion(facts)
    assert told is not None and told.is_reached and told.source == "forms:2"


def test_a_sign_of_loss_takes_nothing_away_but_asks() -> None:
    facts = [yes(1), no(4, is_sure=False)]
    assert spells(facts)[0].until is None
    told = suggestion(facts)
    assert told is not None and not told.is_reached and told.on == BEGAN + timedelta(days=4)


@given(series, st.integers(0, 9))
def test_what_is_not_known_changes_nothing(known: list[Fact], day: int) -> None:
    """Unknown is neither a yes nor a no, wherever it stands (X-06)."""
    gap = Fact(BEGAN + timedelta(days=day), 0, "forms:0", is_yes=None)
    assert spells([*known, gap]) == spells(known)
    assert suggestion([*known, gap]) == suggestion(known)


@given(series)
def test_times_follow_each_other_and_only_the_last_may_be_open(known: list[Fact]) -> None:
    found = spells(known)
    for earlier, later in pairwise(found):
        assert earlier.until is not None and earlier.since <= earlier.until <= later.since
    yeses = {one.source for one in known if one.is_yes and one.is_sure}
    assert all(one.since_by in yeses for one in found)


@given(st.lists(facts, max_size=8), st.randoms())
def test_the_order_in_which_records_were_written_does_not_matter(known: list[Fact], order: Any) -> None:
    mixed = list({(one.on, one.source): one for one in known}.values())
    straight = spells(mixed)
    order.shuffle(mixed)
    assert spells(mixed) == straight


@pytest.mark.django_db
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(series)
def test_the_database_folds_as_the_rules_do(known: list[Fact]) -> None:
    rows = [
        {
            "on": one.on.isoformat(),
            "state": None if one.is_yes is None else "yes" if one.is_yes else "no",
            "source": one.source,
            "is_sure": one.is_sure,
        }
        for one in known
    ]
    sentence = f"""
    WITH facts AS (
        SELECT 'trust' AS concept, 1::bigint AS case_id, NULL::bigint AS person_id, told.*
          FROM jsonb_to_recordset(%s::jsonb) AS told("on" date, state text, source text, is_sure boolean)
    ),
    said AS (
        SELECT NULL::bigint id, NULL::bigint case_id, '' concept, NULL::bigint person_id, NULL::date "on", '' state,
               '' evidence WHERE FALSE
    ),
    aimed AS (
        SELECT '' concept, NULL::bigint case_id, NULL::date since, NULL::date until, '' since_by WHERE FALSE
    ),
    {(SQL / "seen.sql").read_text(encoding="utf-8")}
    {(SQL / "fold.sql").read_text(encoding="utf-8")}
    SELECT kind, since, since_by, until, until_by FROM derived ORDER BY since, since_by
    """
    with connection.cursor() as cursor:
        cursor.execute(sentence, [json.dumps(rows)])
        found = cursor.fetchall()
    stood = [(one.since, one.since_by, one.until, one.until_by) for one in spells(known)]
    assert [row[1:] for row in found if row[0] == "reached"] == stood
    told = suggestion(known)
    kind = "" if told is None else "maybe_reached" if told.is_reached else "maybe_lost"
    expected = [(kind, told.on, told.source)] if told else []
    assert [row[:3] for row in found if row[0] != "reached"] == expected
