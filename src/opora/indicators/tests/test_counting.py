"""How facts become a figure: in plain words, and by the database the same."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opora.indicators.queries import pieces, statements
from opora.indicators.queries.statements import Asked
from opora.indicators.rules import EXTERNAL, MEASURES, Fact, Measure, Period, Shape, Sums, count, figure, months_up_to
from opora.logic.queries import shared_concepts
from opora.packs.queries import check_practice, shipped_practices

pytestmark = pytest.mark.django_db

DAYS = '"on" BETWEEN %(first)s AND %(last)s'
FIRST = date(2026, 1, 1)
YEAR = Period(FIRST, date(2026, 12, 31), date(2026, 12, 31))

facts_of_a_year = st.lists(
    st.builds(
        Fact,
        subject=st.integers(1, 4),
        on=st.integers(-20, 380).map(lambda days: FIRST + timedelta(days=days)),
        state=st.sampled_from(["yes", "no", "unknown"]),
        amount=st.integers(0, 9).map(Decimal),
    ),
    max_size=12,
)


def _by_database(
    monkeypatch: pytest.MonkeyPatch, facts: list[Fact], shape: Shape, periods: list[Period]
) -> dict[tuple[int, str], Sums]:
    rows = [
        f"({one.subject}::bigint, DATE '{one.on}', NULL::bigint, NULL::bigint, NULL::bigint, NULL::bigint, "
        f"'{one.state}', {one.amount}::numeric, ARRAY[]::text[])"
        for one in facts
    ]
    statement = (
        f"SELECT * FROM (VALUES {', '.join(rows)}) "
        'made(subject, "on", program_id, department_id, case_id, family_id, state, amount, dims)'
    )
    monkeypatch.setattr(statements, "statement_of", lambda _name: f"SELECT * FROM ({statement}) made WHERE {DAYS}")
    # Of families none has subjects of its own in several facts: "people" are counted once.
    measure = Measure("TRY", "", shape, "people", ())
    return pieces.count_all(None, {"": Asked(measure, periods)}, lambda *_asked: object())[""]


@settings(max_examples=60, deadline=None)
@given(facts=facts_of_a_year, shape=st.sampled_from(list(Shape)))
def test_the_database_counts_as_the_rule_says(facts: list[Fact], shape: Shape) -> None:
    months = months_up_to(YEAR.last)
    periods = [YEAR, Period(date(2026, 1, 20), date(2026, 6, 10), YEAR.as_of), *months]
    if shape is Shape.MEDIAN:
        # Whatever has a middle is told by facts of which each has a subject of its own.
        facts = [replace(one, subject=place) for place, one in enumerate(facts)]
    with pytest.MonkeyPatch.context() as patched:
        found = _by_database(patched, facts, shape, periods) if facts else {}
    for place, period in enumerate(periods):
        within = [one for one in facts if period.first <= one.on <= period.last]
        said = figure(replace(count(within, shape), families=0), shape)
        assert figure(found.get((place, ""), Sums()), shape) == said


@given(facts=facts_of_a_year)
def test_unknown_is_in_no_part_of_a_share(facts: list[Fact]) -> None:
    told = figure(count(facts, Shape.SHARE), Shape.SHARE)
    known = figure(count([one for one in facts if one.state != "unknown"], Shape.SHARE), Shape.SHARE)
    subjects = {one.subject for one in facts}
    assert (told.denominator or 0) + told.unknown == len(subjects)
    if not told.unknown:
        assert (told.numerator, told.denominator, told.value) == (known.numerator, known.denominator, known.value)
    if told.value is None:
        assert told.reason == ("only_unknown" if subjects else "nobody")


def test_the_newest_fact_about_somebody_counts_in_a_share() -> None:
    home = [Fact(1, date(2026, 2, 1), "yes"), Fact(1, date(2026, 5, 1), "no")]
    assert figure(count(home, Shape.SHARE), Shape.SHARE).numerator == 0
    assert count(home, Shape.COUNT).yes == 1
    both = [Fact(1, date(2026, 2, 1), "yes"), Fact(1, date(2026, 2, 1), "no")]
    assert count(both, Shape.SHARE).no == 1, "of two facts of one day the careful one counts"


def test_every_measure_has_its_statement_its_words_and_its_rules() -> None:
    from opora.indicators.words.counting import RULES, UNITS
    from opora.indicators.words.groups import SPLITS
    from opora.indicators.words.titles import TITLES

    for code, measure in MEASURES.items():
        assert code in TITLES and measure.unit in UNITS and set(measure.said) <= set(RULES), code
        assert {one.code for one in measure.splits} <= set(SPLITS), code
        # Asked of each: whom once, by which day, in two programs, opened again, come of age, not known.
        for about in ("day", "once|heads|overlap", "two_programs|whole", "reopened|whole", "grown|age_free|as_on"):
            words = about.split("|")
            assert any(said.startswith(word) or word in said for said in measure.said for word in words), (code, about)


def test_every_indicator_that_a_logic_model_names_is_there() -> None:
    """No box points at a figure nobody counts or enters (X-02, X-04)."""
    named = {code for one in shared_concepts().values() for code in one.evidence.indicators}
    for practice in shipped_practices():
        for model in check_practice(folder=shipped_practices()[practice], against_published=False).practice.models:
            named |= {code for node in model.nodes for code in model.evidence_of(node).indicators}
    assert len(named) > 30 and named <= {*MEASURES, *EXTERNAL}
