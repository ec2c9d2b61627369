"""What may happen next, and every reason why something may not (process-engine.md, section 2)."""

from datetime import date

from opora.access.rules import ROLES
from opora.pathways.rules import (
    Reason,
    State,
    carried,
    decide,
    due_on,
    find_option,
    missing_words,
    options,
    parse,
)
from opora.pathways.tests.processes import shipped, small

SMALL = parse(small())
FITS = {"child_under_18": True, "in_region": True, "risk": "high", "adult_agrees": True}


def at(stage, **known):
    return State(stage, **{name: frozenset(v) if name != "facts" else v for name, v in known.items()})


def kinds(option):
    return [(reason.kind, reason.ids) for reason in option.reasons]


def test_all_reasons_are_told_at_once():
    option = find_option(SMALL, at("signal"), {"case_manager"}, "study")
    assert kinds(option) == [("role", ("intake",)), ("document", ("report",)), ("facts", ("is_child", "risk"))]
    assert not option.allowed


def test_nothing_is_told_against_what_is_allowed():
    state = at("signal", facts={"is_child": True, "risk": "low"}, papers={"report"})
    option = find_option(SMALL, state, {"coordinator"}, "study")
    assert option.allowed
    assert option.decision.result == "not_fits"


def test_the_row_that_speaks_against_is_shown():
    state = at("vote", facts={"is_child": True, "risk": "low"}, papers={"minutes"})
    (reason,) = find_option(SMALL, state, {"case_manager"}, "open").reasons
    assert (reason.kind, reason.table, reason.decision.row, reason.decision.why.en) == (
        "criteria",
        "need",
        2,
        "No risk",
    )


def test_tasks_hold_back_the_work_but_never_a_refusal():
    assert kinds(find_option(SMALL, at("work"), {"case_manager"}, "close")) == [("task", ("papers",))]
    assert find_option(SMALL, at("work"), {"case_manager"}, "refuse").allowed
    assert find_option(SMALL, at("work", done_tasks={"papers"}), {"case_manager"}, "close").allowed


def test_a_refusal_is_possible_everywhere_but_where_it_is_excluded():
    assert find_option(SMALL, at("signal"), ROLES, "refuse") is None
    assert find_option(SMALL, at("vote"), ROLES, "refuse") is not None


def test_at_an_exit_and_at_a_stage_of_another_version_there_is_nothing():
    assert options(SMALL, at("closed"), ROLES) == ()
    assert options(SMALL, at("long_gone"), ROLES) == ()


def test_what_is_not_known_is_never_taken_for_no():
    assert decide(SMALL, "need", {}).unknown == ("is_child", "risk")
    assert decide(SMALL, "need", {"is_child": None, "risk": "high"}).unknown == ("is_child",)
    assert decide(SMALL, "need", {"is_child": True}).unknown == ("risk",)


def test_only_what_still_matters_is_asked():
    decision = decide(SMALL, "need", {"is_child": False})
    assert (decision.result, decision.row, decision.unknown) == ("not_fits", 1, ())


def test_a_row_that_may_still_apply_decides_nothing_although_a_later_one_is_certain():
    decision = decide(SMALL, "need", {"risk": "low"})
    assert (decision.result, decision.unknown) == (None, ("is_child",))


def test_fields_and_the_reason_must_be_written():
    option = find_option(SMALL, at("work"), {"case_manager"}, "refuse")
    assert missing_words(option, reason=" ", fields={}) == (Reason("field", ("side",)), Reason("text"))
    assert missing_words(option, reason="They moved.", fields={"side": "family"}) == ()


def test_the_term_of_a_stage_counts_from_the_entry():
    assert due_on(SMALL, "vote", date(2024, 2, 26)) == date(2024, 3, 2)
    assert due_on(SMALL, "work", date(2024, 2, 26)) is None
    assert due_on(SMALL, "closed", date(2024, 2, 26)) is None


def test_after_a_vote_only_what_it_decided_is_possible_and_the_rest_says_what_that_was():
    definition = parse(shipped())
    state = at("vote", facts={**FITS, "vote": "one_off"}, papers={"vote_minutes"})
    by_name = {option.action: option for option in options(definition, state, {"head"})}
    assert {name for name, option in by_name.items() if option.allowed} == {"vote_one_off", "danger", "refuse"}
    (reason,) = by_name["vote_open"].reasons
    assert (reason.kind, reason.table, reason.decision.result) == ("criteria", "vote", "one_off")


def test_the_panel_decides_and_the_criteria_of_need_stand_beside():
    definition = parse(shipped())
    facts = {**FITS, "adult_agrees": False, "vote": "open"}
    option = find_option(definition, at("vote", facts=facts, papers={"vote_minutes"}), {"head"}, "vote_open")
    assert option.allowed
    assert {one.table: one.result for one in option.decisions} == {"vote": "open", "need": "not_fits"}


def test_without_minutes_the_missing_paper_is_said_once():
    definition = parse(shipped())
    option = find_option(definition, at("council"), {"head"}, "council_approve")
    assert [(reason.kind, reason.ids) for reason in option.reasons] == [("document", ("council_minutes",))]
    option = find_option(definition, at("council", papers={"council_minutes"}), {"head"}, "council_approve")
    assert [(reason.kind, reason.ids) for reason in option.reasons] == [("facts", ("council",))]


def test_a_decision_is_forgotten_when_the_family_moves_on():
    definition = parse(shipped())
    assert carried(definition, {**FITS, "vote": "open", "council": "return", "told": "x"}) == {**FITS, "told": "x"}
