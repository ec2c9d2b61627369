"""Rules of intake, tried with everything that may be typed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.intake.rules import outcomes, reports, risks, signal_told, urgency, visits

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@given(st.sampled_from(urgency.URGENCIES), DAYS, st.one_of(st.none(), DAYS))
def test_a_signal_is_never_late_on_the_day_it_comes_in(kind: str, on: date, stage_due: date | None) -> None:
    due = urgency.answer_by(kind, on, stage_due)
    assert due >= on
    if stage_due is not None:
        assert due <= max(on, stage_due)


def test_an_urgent_signal_is_decided_the_same_day() -> None:
    on = date(2026, 3, 2)
    assert urgency.answer_by("today", on, on + timedelta(days=9)) == on
    assert urgency.answer_by("days", on, on + timedelta(days=9)) == on + timedelta(days=3)
    assert urgency.answer_by("calm", on, None) == on + timedelta(days=7)
    with pytest.raises(ValueError):
        urgency.answer_by("soon", on, None)


@given(st.dictionaries(st.sampled_from(signal_told.FIELDS), st.text(max_size=30)))
def test_of_an_anonymous_signal_only_the_story_is_kept(typed: dict[str, str]) -> None:
    assert set(signal_told.kept(typed, is_anonymous=True)) <= {signal_told.STORY}
    assert all(text.strip() for text in signal_told.kept(typed, is_anonymous=False).values())


RATED = [risk for risk in risks.RISKS if risk not in risks.FACTS]
RISKS = st.dictionaries(st.sampled_from(RATED), st.sampled_from(["", *risks.LEVELS]))
RESOURCES = st.dictionaries(st.sampled_from(risks.RESOURCES), st.sampled_from(["", *risks.STRENGTHS]))


@given(RISKS, RESOURCES)
def test_the_proposed_level_is_the_highest_assessed_risk(found: dict[str, str], strong: dict[str, str]) -> None:
    weighed = risks.weigh(found, strong)
    known = [level for level in found.values() if level]
    if not known:
        assert weighed.level == ""
    else:
        assert weighed.level in risks.OVERALL
        assert all(risks.LEVELS.index(level) <= risks.LEVELS.index(weighed.level) for level in known)
    assert 0 <= weighed.share <= 1
    assert risks.weigh(risks.assessed_only(found), risks.assessed_only(strong)) == weighed


def test_what_is_not_assessed_is_neither_good_nor_bad() -> None:
    assert risks.weigh({"violence": ""}, {}).level == ""
    assert risks.weigh({"violence": "none"}, {}).level == "low"
    weighed = risks.weigh({"infant": "yes", "removals": "none"}, {})
    assert (weighed.level, weighed.assessed) == ("", 2), "a fact is noted and has no level"
    assert risks.weigh({"infant": "yes", "isolation": "low"}, {}).level == "low"
    with pytest.raises(ValueError, match="level"):
        risks.weigh({"infant": "high"}, {})
    with pytest.raises(ValueError):
        risks.weigh({"weather": "low"}, {})
    with pytest.raises(ValueError):
        risks.weigh({"violence": "terrible"}, {})


def test_an_outcome_is_read_off_the_step() -> None:
    assert outcomes.outcome_of(to_stage="signal", start="signal") == ""
    assert outcomes.outcome_of(to_stage="screening", start="signal") == ""
    assert outcomes.outcome_of(to_stage="visit", start="signal") == "visit"
    assert outcomes.outcome_of(to_stage="rejected", start="signal", exit_kind="refused") == "outside"
    assert outcomes.outcome_of(to_stage="room", start="signal") == "work"


def test_a_child_nobody_saw_is_not_judged() -> None:
    unseen = visits.ChildSeen(None, was_seen=False)
    assert visits.contradiction((visits.ChildSeen(None, was_seen=True, condition="good"), unseen)) is None
    assert visits.contradiction((unseen, visits.ChildSeen(None, was_seen=False, condition="good"))) == 2


def test_a_report_needs_the_situation_and_a_recommendation() -> None:
    assert reports.missing({"situation": "есть", "recommendation": " "}) == ("recommendation",)
    assert reports.missing({"situation": "есть", "recommendation": "открыть"}) == ()
