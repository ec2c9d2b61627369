"""A logic model with a mistake is not published, and every mistake is named at once."""

from dataclasses import replace

import pytest

from opora.common.bilingual import EMPTY, Text
from opora.common.findings import has_errors
from opora.logic.rules import Evidence, LogicModel, problems_beside, problems_in, read_model
from opora.logic.tests.shipped import shipped_models

SMALL = """
code = "small"
title = { ru = "Малая", en = "Small" }
[[level]]
code = "service"
kind = "service"
title = { ru = "Услуги", en = "Services" }
[[level]]
code = "short"
kind = "short"
title = { ru = "Итоги", en = "Results" }
[[node]]
code = "v1"
level = "service"
text = { ru = "Беседа", en = "Talk" }
[[node]]
code = "s1"
level = "short"
text = { ru = "Спокойнее", en = "Calmer" }
definition = { ru = "Сказали сами", en = "They say so" }
evidence = "rated"
records = ["emotional"]
[[arrow]]
from = "v1"
to = "s1"
[[assumption]]
code = "a1"
text = { ru = "Есть время", en = "There is time" }
nodes = ["s1"]
"""


def said(text):
    model, findings = read_model(text, "models/small.toml")
    return model, [one.text() for one in findings]


def test_a_small_model_has_nothing_to_mend():
    model, findings = said(SMALL)
    assert findings == []
    assert LogicModel.from_data(model.to_data()) == model


MISTAKES = [
    ("a result without a definition", 'definition = { ru = "Сказали сами", en = "They say so" }', "", "reached"),
    ("a result without evidence", 'evidence = "rated"\nrecords = ["emotional"]', "", "seen"),
    ("evidence by nothing", 'records = ["emotional"]', "", "not by what"),
    ("an unknown record", '"emotional"', '"emotion"', "emotion"),
    ("an unknown way", 'evidence = "rated"', 'evidence = "felt"', "felt"),
    ("an unknown column", 'level = "short"', 'level = "shrt"', "shrt"),
    ("an arrow to nowhere", 'to = "s1"', 'to = "s2"', "s2"),
    ("an arrow to itself", 'to = "s1"', 'to = "v1"', "own box"),
    ("an arrow without an end", 'to = "s1"', "", "no end"),
    ("a code twice", 'code = "v1"', 'code = "s1"', "twice"),
    ("an assumption about nothing", 'nodes = ["s1"]', 'nodes = ["s7"]', "s7"),
    ("an unknown outcome", 'evidence = "rated"', 'evidence = "rated"\nconcept = "peace"', "peace"),
    ("a misspelled word", "records = ", "record = ", "record"),
    ("a broken file", 'code = "small"', "code = small", "TOML"),
]


@pytest.mark.parametrize(("right", "wrong", "name"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES])
def test_a_planted_mistake_is_named_and_holds_up_publishing(right, wrong, name):
    assert right in SMALL
    model, findings = said(SMALL.replace(right, wrong, 1))
    assert model is None
    assert any(name in sentence and sentence.startswith("models/small.toml") for sentence in findings), findings


def test_what_is_only_remarked_does_not_hold_up_publishing():
    model, findings = said(SMALL.replace('[[arrow]]\nfrom = "v1"\nto = "s1"\n', ""))
    assert model is not None
    assert len(findings) == 2


def test_several_boxes_on_each_side_are_an_arrow_between_each_two():
    more = SMALL.replace('from = "v1"', 'from = ["v1", "v2"]')
    more += '[[node]]\ncode = "v2"\nlevel = "service"\ntext = { ru = "Прогулка", en = "Walk" }\n'
    model, _findings = said(more)
    assert [one.ends for one in model.arrows] == [("v1", "s1"), ("v2", "s1")]


def test_a_model_is_held_against_the_rest_of_its_practice():
    model = shipped_models()["theory_of_change"]
    assert problems_beside(model, models=["outcome_chain"], process="another") != []
    stages = {one.stage for one in model.nodes if one.stage} | {s for one in model.assumptions for s in one.stages}
    known = {"models": ["outcome_chain"], "process": "family_help"}
    assert problems_beside(model, **known, stages=stages) == []
    gone = problems_beside(model, **known, stages=stages - {"closing", "vote"})
    assert {one.data["name"] for one in gone} == {"closing", "vote"}
    (link,) = problems_beside(model, models=[], process="family_help", stages=stages)
    assert link.code == "sub"
    chain = shipped_models()["outcome_chain"]
    assert len(problems_beside(chain, models=[], services=[f"v{n}" for n in range(1, 30)])) == 2


def test_a_backward_arrow_is_remarked_unless_it_is_a_feedback():
    model = shipped_models()["outcome_chain"]
    first = model.arrows[0]
    back = replace(first, start="L1", end="s1")
    assert len(problems_in(replace(model, arrows=(*model.arrows, back)))) == 1
    assert problems_in(replace(model, arrows=(*model.arrows, replace(back, meaning="feedback")))) == []


def test_a_long_text_and_an_empty_one_are_told():
    model, _findings = read_model(SMALL, "m.toml")
    nodes = (replace(model.nodes[0], text=Text("я" * 700)), replace(model.nodes[1], text=EMPTY))
    assert [one.code for one in problems_in(replace(model, nodes=nodes))] == ["s1", "v1"]


def test_evidence_without_a_way_is_told():
    model, _findings = read_model(SMALL, "m.toml")
    nodes = (replace(model.nodes[0], evidence=Evidence(indicators=("bad code!",))), model.nodes[1])
    assert len(problems_in(replace(model, nodes=nodes))) == 1
    assert not has_errors([])
