"""The five models of the source documents are here whole: exact counts, exact words, every result with its evidence."""

import re
from collections import Counter

import pytest

from opora.circumstances.rules import KINDS
from opora.logic.queries import shared_concepts
from opora.logic.rules import CHANGES, RECORDS, problems_in
from opora.logic.tests.shipped import at, shipped_models
from opora.logic.words import RECORDS as RECORD_WORDS
from opora.packs.queries import check_practice, shipped_practices
from opora.sources.queries import source_lines

S0, S1, S2, S3, S4 = "crisis_department", "outcome_chain", "mama_ryadom", "support_and_shelter", "theory_of_change"
MODELS = (S0, S1, S2, S3, S4)
LINES = {line.id: line.text for line in source_lines()}
HARDSHIP = "в трудной жизненной ситуации"
# Where the register shortens or joins what the document prints, the box says it as it is printed.
PRINTED = {
    "S1-48": LINES["S1-48"].replace(
        "(…)", "(оплата услуг, не входящих в ОМС; поиск узких профильных специалистов, покупка лекарств и др.)"
    ),
    "S2-01": LINES["S2-01"] + ".",
    "S2-03": LINES["S2-03"].replace("в ТЖС", HARDSHIP) + ".",
    "S2-04": LINES["S2-04"] + " " + HARDSHIP,
    "S4-17": "ОКАЗАНИЕ УСЛУГ В ПЛАНЕ",
}


def test_the_crisis_department_has_ten_rows_five_columns_and_four_social_results():
    model = shipped_models()[S0]
    columns = [level.title.ru for level in model.levels if level.place == "column"]
    assert columns == [
        "Деятельность/ активности",
        "Участники",
        "Непосредственные результаты",
        "Результаты краткосрочные",
        "Среднесрочные",
    ]
    assert len(model.rows) == 10
    assert all(model.cell(row.code, level.code) for row in model.rows for level in model.levels[:5])
    assert [model.node(code).source for code in at(model, "social")] == ["S0-61", "S0-62", "S0-63", "S0-64"]
    assert sorted(node.source for node in model.nodes if "cut" in node.marks) == ["S0-24", "S0-57", "S0-59"]


def test_the_chain_has_eleven_directions_thirty_services_and_forty_results():
    model = shipped_models()[S1]
    counts = {level.code: len(at(model, level.code)) for level in model.levels}
    assert counts == {"direction": 11, "service": 30, "short": 19, "mid": 18, "long": 3}
    assert [row.band for row in model.rows] == ["plan"] * 10 + ["case_work"]
    assert len(model.assumptions) == 5
    assert len(model.legend) == 3
    arrows = [arrow for arrow in model.arrows if arrow.glyph]
    assert [arrow.glyph for arrow in arrows] == ["←"] * 4
    rows = [model.node(arrow.start).row for arrow in arrows]
    assert Counter(rows) == {"d2": 1, "d7": 2, "d8": 1}
    assert [node.code for node in model.nodes if node.text.ru.endswith("*")] == ["d1"]


def test_each_service_of_the_chain_leads_to_a_result():
    model = shipped_models()[S1]
    ends = {code: {arrow.end for arrow in model.leading_from(code)} for code in at(model, "service")}
    assert all(found <= set(at(model, "short")) and found for found in ends.values())


def test_the_lost_legend_of_the_chain_is_assumed_and_says_so():
    model = shipped_models()[S1]
    assert all(item.marks == ("assumed",) for item in model.legend)
    borne = {item.code: [node.code for node in model.nodes if item.code in node.legend] for item in model.legend}
    assert borne == {
        "partner": ["v15", "v27", "v28"],
        "other_program": ["v15", "v21"],
        "enabling": ["s6", "m7", "s18", "s19", "m18"],
    }


def test_mama_ryadom_has_a_goal_five_tasks_and_what_they_lead_to():
    model = shipped_models()[S2]
    counts = {level.code: len(at(model, level.code)) for level in model.levels}
    assert counts == {"goal": 1, "task": 5, "activity": 24, "output": 8, "social": 9, "effect": 8}
    assert len({model.node(code).source for code in at(model, "social")}) == 8
    from_activities = {model.node(arrow.start).row for arrow in model.arrows if arrow.glyph == "↓"}
    assert from_activities == {"t1", "t2", "t3", "t4", "t5"}


def test_the_practice_has_six_rows_and_eight_columns():
    model = shipped_models()[S3]
    assert len(model.levels) == 8
    assert len(model.rows) == 6
    by_row = [level for level in model.levels if level.kind not in ("resource", "participant", "long")]
    assert all(model.cell(row.code, level.code) for row in model.rows for level in by_row)
    assert len(at(model, "resource")) == 6
    assert [model.node(code).row for code in at(model, "long")] == ["", "", ""]
    assert [node.source for node in model.nodes if "cut" in node.marks] == ["S3-48"]


def test_the_theory_of_change_has_its_results_papers_exits_and_assumptions():
    model = shipped_models()[S4]
    counts = {level.code: len(at(model, level.code)) for level in model.levels}
    assert counts == {"document": 5, "link": 1, "exit": 5, "social": 2}
    assert len(model.assumptions) == 8
    assert len(model.legend) == 7
    assert model.process == "family_help"
    assert model.node("sub").model == S1


def test_thirteen_assumptions_are_registered_each_with_what_stands_on_it():
    """Five of the chain and eight of the theory of change (X-16)."""
    found = [one for code in MODELS for one in shipped_models()[code].assumptions]
    assert [one.source for one in found if one.source.startswith("S4")] == [f"S4-{n}" for n in range(33, 41)]
    assert len(found) == 13
    assert all((one.nodes or one.stages) and one.definition.ru and one.definition.en and one.evidence for one in found)


@pytest.mark.parametrize("code", MODELS)
def test_every_text_is_the_text_of_its_source(code):
    model = shipped_models()[code]
    checked = 0
    for one in (*model.nodes, *model.assumptions):
        if getattr(one, "level", "") == "participant" and code == S0:
            # A cell of participants names several roles at once.
            assert all(name in LINES for name in one.source.split(", "))
            continue
        assert one.text.ru == PRINTED.get(one.source, LINES[one.source]), one.code
        checked += 1
    assert checked > 10


@pytest.mark.parametrize("code", MODELS)
def test_every_text_is_told_in_two_languages(code):
    model = shipped_models()[code]
    texts = [one.text for one in (*model.nodes, *model.assumptions, *model.legend)]
    texts += [one.title for one in (*model.levels, *model.rows, *model.bands, *model.concepts)]
    texts += [model.definition_of(node) for node in model.nodes if model.is_result(node)]
    assert all(text.ru and text.en for text in texts)
    # Names of projects stand in quotes as they are called.
    assert not [text.en for text in texts if re.search("[а-яё]", re.sub("“.*?”", "", text.en.lower()))]
    assert not [text.en for text in texts if text.en.startswith("As S")]


@pytest.mark.parametrize("code", MODELS)
def test_no_result_stands_without_definition_and_evidence(code):
    """X-02; what nothing shows yet says so and names nothing."""
    model = shipped_models()[code]
    results = [node for node in model.nodes if model.is_result(node)]
    assert results
    for node in results:
        assert model.definition_of(node), node.code
        evidence = model.evidence_of(node)
        assert evidence.has_reference is (evidence.kind != "not_yet"), node.code
    assert problems_in(model) == []


def test_what_nothing_shows_yet_is_known():
    """The list became empty, and stays so: every box of the five documents is shown by something."""
    found = {
        model.node(node.code).source
        for model in shipped_models().values()
        for node in model.nodes
        if model.evidence_of(node).kind == "not_yet"
    }
    assert found == set()


# The mapping of X-04, by hand: lines of different documents that are one outcome.
SAME = (
    {"S0-26", "S1-81"},
    {"S0-61", "S2-40"},
    {"S1-97", "S4-27"},
    {"S1-98", "S4-26", "S3-15"},
    {"S0-60", "S0-64"},
    {"S0-49", "S3-47"},
    {"S2-41", "S3-50"},
    {"S1-76", "S3-30"},
    {"S0-13", "S3-32", "S3-36"},
    {"S0-06", "S3-17"},
    {"S0-54", "S1-72"},
    {"S0-41", "S0-42", "S1-75"},
)


def test_the_same_concept_of_several_models_is_one_outcome():
    by_concept: dict[str, set[str]] = {}
    for model in shipped_models().values():
        for node in model.nodes:
            if node.concept:
                by_concept.setdefault(node.concept, set()).add(node.source)
    assert all(same in by_concept.values() or any(same <= found for found in by_concept.values()) for same in SAME)
    assert set(by_concept) == set(shared_concepts())


def test_goals_of_plans_lead_to_outcomes_of_the_models():
    """Every result that a plan may name is an outcome, by the code under which plans know it."""
    practice = check_practice(folder=shipped_practices()["family_help"]).practice
    assert {one.code for one in practice.outcomes} == {one.outcome for one in shared_concepts().values()} - {""}


def test_evidence_names_what_the_product_knows():
    """Kinds of changes are those of circumstances, items those of the basic form, and each kind has its words."""
    assert set(CHANGES) == set(KINDS)
    assert set(RECORDS) == set(RECORD_WORDS)
    (form,) = check_practice(folder=shipped_practices()[S3]).practice.instruments
    named = {name for one in shared_concepts().values() for name in one.evidence.items}
    assert named <= {item.code for item in form.items}
