"""Whatever is done to a draft, it stays whole: codes once, arrows and assumptions at boxes that are there."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from opora.common.bilingual import Text
from opora.logic import rules
from opora.logic.queries import shared_concepts
from opora.logic.rules import Arrow, Assumption, LogicModel, Node, differences
from opora.logic.tests.shipped import shipped_models

CHAIN = "outcome_chain"
CODES = ["s1", "m1", "v1", "L1", "s18", "m4", "n1", "n2"]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["put", "drop", "shift", "connect", "disconnect", "assume", "move"]),
        st.sampled_from(CODES),
        st.sampled_from(CODES),
    ),
    max_size=12,
)


def done(model: LogicModel, step: tuple[str, str, str]) -> LogicModel:
    kind, first, second = step
    known = shared_concepts()
    there = model.node(first) is not None and model.node(second) is not None
    match kind:
        case "put":
            node = model.node(first) or Node(first, "short", Text("Новое"), row="d1")
            return rules.put_node(model, replace(node, text=Text("Иначе"), concept="child_kept"), known)
        case "move" if model.node(first) is not None:
            return rules.put_node(model, replace(model.node(first), row="d2", level="mid"), known)
        case "drop":
            return rules.drop_node(model, first, known)
        case "shift":
            return rules.shift_node(model, first, 1)
        case "connect" if there and first != second:
            return rules.connect(model, Arrow(first, second, "feedback"))
        case "disconnect":
            return rules.disconnect(model, first, second)
        case "assume" if there:
            return rules.put_assumption(model, Assumption("a1", Text("Допущение"), nodes=(first, second)))
    return model


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_a_draft_stays_whole_whatever_is_done_to_it(steps):
    old = model = shipped_models()[CHAIN]
    for step in steps:
        model = done(model, step)
    codes = [one.code for one in model.nodes]
    assert len(codes) == len(set(codes))
    assert all(end in codes for arrow in model.arrows for end in arrow.ends)
    assert len({arrow.ends for arrow in model.arrows}) == len(model.arrows)
    assert all(code in codes for one in model.assumptions for code in one.nodes)
    assert {one.code for one in model.concepts} == {one.concept for one in model.nodes if one.concept}
    assert LogicModel.from_data(model.to_data()) == model
    assert (differences(old, model) == []) is (old == model)
    assert old == shipped_models()[CHAIN]


@given(st.sets(st.sampled_from([f"n{number}" for number in range(1, 9)])))
def test_a_free_code_is_never_taken(taken):
    assert rules.free_code(taken, "n") not in taken
