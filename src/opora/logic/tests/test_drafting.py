"""A draft of the next version: changed box by box, by several people, and published when nothing is to be mended."""

from dataclasses import replace

import pytest

from opora.access.models import User
from opora.access.rules import SYSTEM, Actor
from opora.audit.models import JournalEntry
from opora.common.bilingual import EMPTY, Text
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.common.seen import mark_of
from opora.logic import actions
from opora.logic.models import ModelVersion
from opora.logic.queries import model_in_force, open_draft, state_of_draft
from opora.logic.rules import NO_EVIDENCE, Arrow, Assumption, Evidence, Node, Row, differences
from opora.logic.tests.shipped import shipped_models

pytestmark = pytest.mark.django_db
CODE = "support_and_shelter"


def head(name: str) -> Actor:
    user = User.objects.create(email=f"{name}@opora.example", name=name)
    return Actor(user_id=user.pk, name=name, grants=frozenset({("head", None)}))


@pytest.fixture
def anna() -> Actor:
    actions.publish_model(actor=SYSTEM, practice=CODE, model=shipped_models()[CODE], programs=["crisis_center"])
    actor = head("Анна")
    actions.begin_draft(actor=actor, code=CODE)
    return actor


def now(actor: Actor):
    return open_draft(actor=actor, code=CODE).model


def changed(actor: Actor, node: Node, **what) -> Node:
    return actions.put_node(actor=actor, code=CODE, node=replace(node, **what), seen=mark_of(node))


def test_there_is_one_draft_at_a_time_for_everybody_who_may(anna):
    boris = head("Борис")
    again = actions.begin_draft(actor=boris, code=CODE)
    assert again.pk == actions.begin_draft(actor=anna, code=CODE).pk
    assert JournalEntry.objects.filter(verb="logic.draft_begun").count() == 1
    with pytest.raises(NotFound):
        actions.begin_draft(actor=anna, code="nothing")


def test_a_box_is_reworded_and_published_as_the_next_version(anna):
    changed(anna, now(anna).node("r2"), text=Text("Семье живётся лучше", "The family lives better"))
    assert model_in_force(code=CODE).model.node("r2").text.ru == "Благополучие в семье улучшено"
    draft = open_draft(actor=anna, code=CODE)
    (one,) = differences(draft.base.model, draft.model)
    assert (one.part, one.code, one.kind, one.fields) == ("node", "r2", "changed", ("text",))
    version = actions.publish_draft(actor=anna, code=CODE, seen=draft.revision)
    assert (version.number, version.made_by_id, version.practice) == (2, anna.user_id, CODE)
    assert version.programs == ["crisis_center"]
    assert model_in_force(code=CODE).model.node("r2").text.ru == "Семье живётся лучше"
    assert ModelVersion.objects.get(code=CODE, number=1).body["nodes"] != version.body["nodes"]
    with pytest.raises(NotFound):
        open_draft(actor=anna, code=CODE)


def test_two_methodologists_at_one_box_never_replace_each_other_unseen(anna):
    boris = head("Борис")
    seen_by_both = now(anna).node("r2")
    changed(boris, seen_by_both, text=Text("Слова Бориса"))
    with pytest.raises(Conflict, match="Борис"):
        changed(anna, seen_by_both, text=Text("Слова Анны"))
    assert now(anna).node("r2").text.ru == "Слова Бориса"
    # Another box is nobody's business.
    changed(anna, now(anna).node("r1"), text=Text("Слова Анны"))
    actions.drop_node(actor=boris, code=CODE, node="r4", seen=None)
    with pytest.raises(Conflict):
        changed(anna, shipped_models()[CODE].node("r4"), text=Text("Поздно"))


def test_a_draft_changed_by_a_colleague_is_looked_at_once_more_before_it_is_published(anna):
    seen = open_draft(actor=anna, code=CODE).revision
    changed(head("Борис"), now(anna).node("r2"), text=Text("Слова Бориса", "His words"))
    with pytest.raises(Conflict):
        actions.publish_draft(actor=anna, code=CODE, seen=seen)


def test_a_new_box_gets_a_code_and_needs_a_definition_before_it_is_published(anna):
    new = Node(code="", level="short", row="p1", text=Text("Семья спокойнее", "The family is calmer"))
    made = actions.put_node(actor=anna, code=CODE, node=new, seen=None)
    assert made.code == "n1"
    with pytest.raises(Refused):
        actions.publish_draft(actor=anna, code=CODE, seen=None)
    changed(
        anna,
        made,
        definition=Text("Так говорит семья", "The family says so"),
        evidence=Evidence(kind="rated", records=("observation",)),
    )
    actions.connect(actor=anna, code=CODE, arrow=Arrow("f1_urgent", "n1"))
    assert actions.publish_draft(actor=anna, code=CODE, seen=None).number == 2


def test_a_removed_box_takes_its_arrows_and_leaves_its_assumptions():
    code = "outcome_chain"
    actions.publish_model(actor=SYSTEM, practice="family_help", model=shipped_models()[code], programs=[])
    anna = head("Анна")
    actions.begin_draft(actor=anna, code=code)
    actions.drop_node(actor=anna, code=code, node="m4", seen=None)
    model = open_draft(actor=anna, code=code).model
    assert not [one for one in model.arrows if "m4" in one.ends]
    assert next(one for one in model.assumptions if one.code == "a2").nodes == ("s3",)
    assert "stable_income" not in {one.code for one in model.concepts}


def test_arrows_are_drawn_and_removed(anna):
    actions.connect(actor=anna, code=CODE, arrow=Arrow("r1", "r15", "contributes", marks=("assumed",)))
    actions.connect(actor=anna, code=CODE, arrow=Arrow("r1", "r15", "leads"))
    assert [one.meaning for one in now(anna).arrows if one.ends == ("r1", "r15")] == ["leads"]
    actions.disconnect(actor=anna, code=CODE, start="r1", end="r15")
    # Sent twice by two people: gone is gone.
    actions.disconnect(actor=anna, code=CODE, start="r1", end="r15")
    assert now(anna) == model_in_force(code=CODE).model
    with pytest.raises(Invalid):
        actions.connect(actor=anna, code=CODE, arrow=Arrow("r1", "r1"))
    with pytest.raises(Conflict):
        actions.connect(actor=anna, code=CODE, arrow=Arrow("r1", "gone"))


def test_boxes_change_places_within_their_cell_only(anna):
    actions.shift_node(actor=anna, code=CODE, node="i1_signals", by=1)
    assert [one.code for one in now(anna).cell("p1", "interim")] == ["i1_services", "i1_signals"]
    actions.shift_node(actor=anna, code=CODE, node="i1_signals", by=1)
    draft = open_draft(actor=anna, code=CODE)
    assert [one.fields for one in differences(draft.base.model, draft.model)] == [("order",)]


def test_a_box_moves_to_another_column_and_row(anna):
    changed(anna, now(anna).node("r2"), level="long", row="")
    assert "r2" in {one.code for one in now(anna).cell("", "long")}


def test_assumptions_and_rows_are_added_changed_and_removed(anna):
    made = actions.put_assumption(
        actor=anna, code=CODE, assumption=Assumption(code="", text=Text("Есть место"), nodes=("r3",)), seen=None
    )
    assert now(anna).assumptions_of("r3") == [made]
    with pytest.raises(Conflict):
        actions.put_assumption(actor=anna, code=CODE, assumption=replace(made, nodes=()), seen=7)
    actions.drop_assumption(actor=anna, code=CODE, assumption=made.code)
    assert now(anna).assumptions == ()
    row = actions.put_part(actor=anna, code=CODE, part="row", thing=Row("", Text("Седьмая")), seen=None)
    assert [one.code for one in now(anna).rows][-1] == row.code


def test_a_draft_without_changes_or_evidence_is_not_published(anna):
    with pytest.raises(Refused):
        actions.publish_draft(actor=anna, code=CODE, seen=None)
    changed(anna, now(anna).node("r15"), evidence=NO_EVIDENCE, concept="", definition=EMPTY)
    with pytest.raises(Refused, match=r"Mend|исправ"):
        actions.publish_draft(actor=anna, code=CODE, seen=None)


def test_a_draft_is_given_up_and_taken_back_until_another_is_begun(anna):
    changed(anna, now(anna).node("r2"), text=Text("Иначе", "Otherwise"))
    actions.drop_draft(actor=anna, code=CODE)
    assert state_of_draft(actor=anna, code=CODE) == "dropped"
    actions.take_draft_back(actor=anna, code=CODE)
    assert now(anna).node("r2").text.ru == "Иначе"
    actions.drop_draft(actor=anna, code=CODE)
    actions.begin_draft(actor=anna, code=CODE)
    assert now(anna).node("r2").text.ru == "Благополучие в семье улучшено"
    with pytest.raises(Conflict):
        actions.take_draft_back(actor=anna, code=CODE)


def test_a_version_published_meanwhile_is_not_passed_over(anna):
    changed(anna, now(anna).node("r2"), text=Text("Иначе", "Otherwise"))
    shipped_anew = replace(shipped_models()[CODE], about=Text("Новое издание", "A new edition"))
    actions.publish_model(actor=SYSTEM, practice=CODE, model=shipped_anew, programs=["crisis_center"])
    with pytest.raises(Conflict):
        actions.publish_draft(actor=anna, code=CODE, seen=None)


def test_every_change_is_journaled_with_what_it_was(anna):
    changed(anna, now(anna).node("r2"), text=Text("Иначе"))
    entry = JournalEntry.objects.get(verb="logic.box_changed")
    assert entry.actor_id == anna.user_id


def test_nobody_else_sees_or_changes_a_draft(anna):
    manager = Actor(user_id=anna.user_id, name="", grants=frozenset({("case_manager", 1)}))
    with pytest.raises(NotFound):
        open_draft(actor=manager, code=CODE)
    assert state_of_draft(actor=manager, code=CODE) == ""
    with pytest.raises(Refused):
        actions.begin_draft(actor=manager, code=CODE)
    with pytest.raises(Refused):
        actions.disconnect(actor=manager, code=CODE, start="r1", end="r2")
    with pytest.raises(Refused):
        actions.take_draft_back(actor=manager, code=CODE)
