"""What is wrong with a process is told before anybody walks it (process-engine.md, appendix C)."""

import pytest

from opora.cases.models import Closing
from opora.pathways.rules import CASE_REASONS, check, parse, problems_in
from opora.pathways.tests.processes import SHIPPED, shipped, small, words


def found(body):
    return [(problem.kind, problem.where.name, problem.what) for problem in check(parse(body))]


@pytest.mark.parametrize("code", [path.parent.name for path in SHIPPED])
def test_shipped_processes_have_nothing_to_mend(code):
    assert found(shipped(code)) == []


def test_the_small_process_has_nothing_to_mend():
    assert found(small()) == []


def test_cases_are_closed_for_the_reasons_that_cases_know():
    assert set(CASE_REASONS) == set(Closing.Reason.values) - {Closing.Reason.NOT_RECORDED}


def spoil(body, path, value):
    *way, last = path.split(".")
    for key in way:
        body = body[key]
    body[last] = value


MISTAKES = [
    ("a typing mistake in a target", "actions.case_opened.to", "choose_manger", ("unknown_stage", "case_opened")),
    ("a typing mistake in a source", "actions.case_opened.from", "openin", ("unknown_stage", "case_opened")),
    ("an unknown exception", "actions.refuse.except", ["contct"], ("unknown_stage", "refuse")),
    ("an unknown result", "actions.vote_open.criteria", {"vote": ["opn"]}, ("unknown_result", "vote_open")),
    ("an unknown table", "actions.vote_open.criteria", {"vot": ["open"]}, ("unknown_table", "vote_open")),
    ("an unknown table of facts", "actions.assessed.facts", "ned", ("unknown_table", "assessed")),
    ("an unknown role", "stages.plan.role", "kurator", ("unknown_role", "plan")),
    ("an unknown role of an action", "actions.danger.roles", ["kurator"], ("unknown_role", "danger")),
    ("a role nobody holds", "roles.field.access", ["wizard"], ("unknown_access", "field")),
    ("an unknown paper", "actions.plan_drafted.documents", ["plann"], ("unknown_document", "plan_drafted")),
    ("a paper nobody knows", "criteria.vote.facts.vote.paper", "minuts", ("unknown_document", "vote")),
    ("an unknown field", "actions.refuse.fields", ["sied"], ("unknown_field", "refuse")),
    ("an unknown assumption", "stages.visit.assumptions", ["unsen"], ("unknown_assumption", "visit")),
    ("an unknown reason of closing", "exits.closed.case_reason", "goals", ("unknown_reason", "closed")),
    ("an unknown start", "start", "signals", ("unknown_stage", "")),
    ("a place off the map", "stages.visit.at", [7, 0], ("off_map", "visit")),
    ("a place taken twice", "exits.safe.at", [0, 0], ("same_place", "safe")),
    ("a case left open", "actions.close.effect", "", ("left_open", "close")),
    ("a closing that is no exit", "actions.time_to_check.effect", "close_case", ("close_not_exit", "time_to_check")),
    ("a closing without a reason", "exits.closed.case_reason", "", ("missing", "closed")),
]


@pytest.mark.parametrize(("path", "value", "expected"), [row[1:] for row in MISTAKES], ids=[row[0] for row in MISTAKES])
def test_a_mistake_is_named_with_its_place(path, value, expected):
    body = shipped()
    spoil(body, path, value)
    assert expected in [(kind, name) for kind, name, _ in found(body)]


def test_a_missing_row_is_told_with_the_combination_it_leaves_open():
    body = shipped()
    del body["criteria"]["need"]["rows"][4]
    assert ("gap", "need", "child_under_18 = true, in_region = true, risk = medium, adult_agrees = false") in found(
        body
    )


def test_a_row_that_never_applies_is_told():
    body = shipped()
    rows = body["criteria"]["need"]["rows"]
    rows.insert(1, {"when": {"child_under_18": False}, "then": "not_fits", "why": words("Again")})
    assert found(body) == [("shadowed", "need", "2")]


def test_a_result_whose_row_was_removed_is_missed_by_its_action():
    body = shipped()
    del body["criteria"]["vote"]["rows"][1]
    assert ("unknown_result", "vote_one_off", "one_off") in found(body)


@pytest.mark.parametrize("column", ["facts", "values"])
def test_rows_ask_only_facts_and_values_the_table_has(column):
    body = small()
    when = body["criteria"]["need"]["rows"][1]["when"]
    when.update({"housing": "none"} if column == "facts" else {"risk": "lou"})
    assert ("unknown_fact", "need", "housing") in found(body) or ("unknown_value", "need", "lou") in found(body)


def test_a_stage_and_an_exit_nobody_comes_to_are_told():
    body = small()
    del body["actions"]["open"]
    body["case_start"] = "vote"
    told = found(body)
    assert ("unreachable", "work", "work") in told
    assert ("unreachable", "closed", "closed") in told


def test_a_stage_with_no_way_out_but_refusal_is_told():
    body = shipped()
    for name in ("child_placed", "child_safe", "child_at_home"):
        del body["actions"][name]
    assert ("dead_end", "high_risk", "high_risk") in found(body)


def test_a_circle_without_an_exit_is_a_dead_end():
    body = small()
    body["actions"]["close"]["to"], body["actions"]["close"]["effect"] = "work", ""
    assert ("dead_end", "work", "work") in found(body)


def test_families_whom_the_criteria_leave_no_action_are_told():
    body = small()
    del body["actions"]["reject"]
    assert ("stuck", "vote", "not_fits") in found(body)


def test_every_problem_can_be_said():
    body = shipped()
    body["stages"]["plan"]["role"] = "kurator"
    (problem,) = check(parse(body))
    assert problem.text() == "stage “plan”: There is no role “kurator”. Check the spelling or describe this role."


def test_all_arrows_of_the_flow_chart_are_walked():
    """Requirements 5.3: arrow 1 is the signal itself, arrow 27 the results of a closed case."""
    arrows = {action.source for action in parse(shipped()).actions.values()}
    assert {f"S4/{number}" for number in range(1, 33)} - arrows == {"S4/1", "S4/27"}


def test_all_assumptions_of_the_flow_chart_hang_on_their_stages():
    definition = parse(shipped())
    hung = {definition.assumptions[name].source for stage in definition.stages.values() for name in stage.assumptions}
    assert hung == {f"S4-{number}" for number in range(33, 41)}


def every(body):
    return {(problem.kind, problem.where.name, problem.what) for problem in problems_in(body)}


def test_a_negative_term_hides_no_other_fault():
    body = shipped()
    spoil(body, "stages.plan.days", -5)
    spoil(body, "actions.close.effect", "")
    spoil(body, "roles.field.access", ["wizard"])
    del body["criteria"]["need"]["rows"][4]
    told = every(body)
    assert {(kind, name) for kind, name, _ in told} == {
        ("wrong", "plan"),
        ("left_open", "close"),
        ("unknown_access", "field"),
        ("gap", "need"),
    }


@pytest.mark.parametrize(("path", "value", "expected"), [row[1:] for row in MISTAKES], ids=[row[0] for row in MISTAKES])
def test_a_mistake_hides_none_and_makes_no_second_one(path, value, expected):
    """Each mistake beside a dead end, a shadowed row and a term in words: all are told, and nothing that is none."""
    body = shipped()
    for name in ("child_placed", "child_safe", "child_at_home"):
        del body["actions"][name]
    spoil(body, "stages.visit.days", "two")
    body["criteria"]["need"]["rows"].insert(1, {"when": {"child_under_18": False}, "then": "fits", "why": words("x")})
    beside = every(body)
    assert {("dead_end", "high_risk", "high_risk"), ("shadowed", "need", "2"), ("wrong", "visit", "days")} <= beside
    spoil(body, path, value)
    told = {(kind, name) for kind, name, _ in every(body)}
    assert told == {(kind, name) for kind, name, _ in beside} | {expected}


def test_a_misspelled_table_is_told_once_and_not_for_each_of_its_names():
    body = shipped()
    body["document"] = body.pop("documents")
    assert every(body) == {("misspelled_word", "", "document")}


def test_a_misspelled_word_of_an_action_makes_no_second_fault():
    body = shipped()
    body["actions"]["close"]["efect"] = body["actions"]["close"].pop("effect")
    assert every(body) == {("misspelled_word", "close", "efect")}


def test_a_name_that_resembles_none_may_mean_any():
    body = shipped()
    body["actions"]["case_opened"]["to"] = "zzz"
    assert every(body) == {("unknown_stage", "case_opened", "zzz")}


def test_a_table_without_rows_is_told_once():
    body = small()
    body["criteria"]["need"]["rows"] = []
    assert [one for one in found(body) if one[1] == "need"] == [("no_rows", "need", "")]


def test_a_table_that_asks_too_much_is_told_and_not_tried_out():
    body = small()
    question = {"title": words("?"), "values": [True, False]}
    body["criteria"]["need"]["facts"] |= {f"more{number}": question for number in range(20)}
    (told,) = [kind for kind, name, _ in found(body) if name == "need"]
    assert told == "too_wide"
