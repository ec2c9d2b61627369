"""A whole model made without a file: columns, rows, marks, outcomes; from nothing, as a copy, brought as a file."""

from dataclasses import replace

import pytest

from opora.access.models import User
from opora.access.rules import SYSTEM, Actor
from opora.common.bilingual import EMPTY, Text
from opora.common.errors import Conflict, Invalid, Refused
from opora.common.seen import mark_of
from opora.common.toml_writing import write_toml
from opora.logic import actions, rules
from opora.logic.queries import concepts, drafts_of_new_models, model_in_force, open_draft, shared_concepts
from opora.logic.rules import Band, Concept, Evidence, LegendItem, Level, LogicModel, Node, Row
from opora.logic.tests.shipped import shipped_models

CODE = "support_and_shelter"
OWN = Concept("", Text("Семья просит о помощи сама"), Text("Сказала сама"), "family", Evidence("rated", how=Text("Да")))


@pytest.mark.parametrize("code", sorted(shipped_models()))
def test_what_is_taken_away_reads_back_as_the_same_model(code: str) -> None:
    model = shipped_models()[code]
    text = write_toml(rules.written(model, shared_concepts()))
    assert rules.read_model(text, "m.toml", shared_concepts()) == (model, ())
    # What the organization shares by itself goes with the file, named by a box or not yet.
    own = replace(OWN, code="own1")
    with_own = replace(model, concepts=(*model.concepts, own))
    found, _slips = rules.read_as_far(
        write_toml(rules.written(with_own, shared_concepts())), "m.toml", shared_concepts()
    )
    assert found == with_own


def test_a_file_whose_parts_cannot_be_told_apart_is_mended_first() -> None:
    text = write_toml(rules.written(shipped_models()[CODE], shared_concepts()))
    twice = text.replace('code = "r1"', 'code = "r2"', 1)
    assert rules.read_as_far(twice, "m.toml", shared_concepts())[0] is None
    # What is only unfinished is mended in the draft.
    unfinished = text.replace('concept = "wellbeing_better"', 'concept = "nothing_known"')
    model, slips = rules.read_as_far(unfinished, "m.toml", shared_concepts())
    assert model is not None and slips == ()


def test_what_stands_in_use_stays_and_the_rest_is_freed() -> None:
    chain = shipped_models()["outcome_chain"]
    assert rules.is_in_use(chain, "level", "short") and rules.is_in_use(chain, "row", "d1")
    freed = rules.drop_part(chain, "band", "plan")
    assert "plan" not in {one.band for one in freed.rows} and len(freed.rows) == len(chain.rows)
    mark = next(code for node in chain.nodes for code in node.legend)
    assert not [node for node in rules.drop_part(chain, "legend", mark).nodes if mark in node.legend]
    moved = rules.shift_part(chain, "level", "mid", -1)
    assert [one.code for one in moved.levels] == ["direction", "service", "mid", "short", "long"]
    assert [(one.part, one.fields) for one in rules.differences(chain, moved)] == [("level", ("order",))]
    assert rules.shift_part(chain, "level", "direction", -1) == chain


@pytest.fixture
def anna() -> Actor:
    actions.publish_model(actor=SYSTEM, practice=CODE, model=shipped_models()[CODE], programs=["crisis_center"])
    user = User.objects.create(email="anna@opora.example", name="Анна")
    return Actor(user_id=user.pk, name="Анна", grants=frozenset({("head", None)}))


def begin(actor: Actor, code: str = "own_model") -> LogicModel:
    model = LogicModel(code, Text("Своя модель"), (), ())
    actions.begin_model(actor=actor, model=model, programs=["crisis_center"])
    return open_draft(actor=actor, code=code).model


@pytest.mark.django_db
def test_a_model_from_nothing_is_published_once_it_says_what_it_must(anna: Actor) -> None:
    begin(anna)
    code = "own_model"

    def put(part: str, thing: object) -> str:
        return actions.put_part(actor=anna, code=code, part=part, thing=thing, seen=None).code

    work = put("level", Level("", "activity", Text("Что делаем")))
    result = put("level", Level("", "short", Text("Что вышло")))
    band = put("band", Band("", Text("Всё сопровождение")))
    row = put("row", Row("", Text("Разговор"), band))
    mark = put("legend", LegendItem("", Text("Главное")))
    outcome = put("concept", OWN)
    assert (work, result, band, row, mark, outcome) == ("c1", "c2", "b1", "r1", "k1", "own1")
    with pytest.raises(Refused):
        actions.publish_draft(actor=anna, code=code, seen=None)
    actions.put_node(actor=anna, code=code, node=Node("", work, Text("Говорим"), row=row), seen=None)
    # An outcome that no box shows yet is kept while boxes change.
    assert [one.code for one in open_draft(actor=anna, code=code).model.concepts] == [outcome]
    node = Node("", result, Text("Просят сами"), row=row, concept=outcome, legend=(mark,))
    actions.put_node(actor=anna, code=code, node=node, seen=None)
    with pytest.raises(Conflict):
        actions.drop_part(actor=anna, code=code, part="concept", which=outcome, seen=None)
    with pytest.raises(Conflict):
        actions.drop_part(actor=anna, code=code, part="level", which=result, seen=None)
    version = actions.publish_draft(actor=anna, code=code, seen=None)
    assert (version.number, version.programs, version.made_by_id) == (1, ["crisis_center"], anna.user_id)
    assert model_in_force(code=code).model.node("n2").concept == outcome
    # Other models may show it from now on, and its code is nobody else's.
    assert concepts()[outcome].title == OWN.title
    begin(anna, "second_model")
    assert actions.put_part(actor=anna, code="second_model", part="concept", thing=OWN, seen=None).code == "own2"
    assert drafts_of_new_models(actor=anna)[0][0].code == "second_model"


@pytest.mark.django_db
def test_a_code_belongs_to_one_model_for_ever(anna: Actor) -> None:
    with pytest.raises(Invalid):
        begin(anna, CODE)
    begin(anna)
    actions.drop_draft(actor=anna, code="own_model")
    with pytest.raises(Invalid):
        begin(anna)
    with pytest.raises(Invalid):
        begin(anna, "Моя")
    actions.take_draft_back(actor=anna, code="own_model")
    assert open_draft(actor=anna, code="own_model").base is None


@pytest.mark.django_db
def test_a_copy_says_the_same_and_stands_for_no_line_of_a_source(anna: Actor) -> None:
    copy = rules.copy_of(model_in_force(code=CODE).model, "like_it", Text("Похожая"))
    actions.begin_model(actor=anna, model=copy, programs=[])
    actions.publish_draft(actor=anna, code="like_it", seen=None)
    made = model_in_force(code="like_it").model
    assert [one.text for one in made.nodes] == [one.text for one in shipped_models()[CODE].nodes]
    assert {one.source for one in made.nodes} == {""} and made.source == ""
    assert model_in_force(code="S3").code == CODE


@pytest.mark.django_db
def test_a_file_becomes_the_next_version_of_its_model(anna: Actor) -> None:
    brought = replace(shipped_models()[CODE], about=Text("Иначе", "Otherwise"))
    actions.bring_model(actor=anna, model=brought)
    with pytest.raises(Conflict):
        actions.bring_model(actor=anna, model=brought)
    version = actions.publish_draft(actor=anna, code=CODE, seen=None)
    assert (version.number, version.programs) == (2, ["crisis_center"])


@pytest.mark.django_db
def test_the_head_is_changed_and_two_lose_nothing(anna: Actor) -> None:
    actions.begin_draft(actor=anna, code=CODE)
    draft = open_draft(actor=anna, code=CODE)
    seen = mark_of(rules.head_of(draft.model, draft.programs))

    def put(title: str, programs: list[str]) -> None:
        actions.put_head(
            actor=anna, code=CODE, title=Text(title), about=EMPTY, process="", programs=programs, seen=seen
        )

    put("Иначе", ["crisis_center", "support"])
    with pytest.raises(Conflict):
        put("Ещё иначе", [])
    version = actions.publish_draft(actor=anna, code=CODE, seen=None)
    assert version.programs == ["crisis_center", "support"]
    assert model_in_force(code=CODE).model.title.ru == "Иначе"
