"""A logic model is published for good; what the organization made its own is not replaced unasked."""

from dataclasses import replace

import pytest
from django.db import InternalError, ProgrammingError, transaction

from opora.access.models import User
from opora.access.rules import SYSTEM, Actor
from opora.audit.models import JournalEntry
from opora.common.bilingual import Text
from opora.common.errors import NotFound, Refused
from opora.logic.actions import publish_model
from opora.logic.models import ModelVersion
from opora.logic.queries import model_in_force, models_in_force, models_of, seen_by, shown_in
from opora.logic.tests.shipped import shipped_models
from opora.packs.actions import publish_practice
from opora.packs.queries import shipped_practices
from opora.programs.models import Program

pytestmark = pytest.mark.django_db
CHAIN = "outcome_chain"


def publish(model, actor=SYSTEM, **more):
    return publish_model(actor=actor, practice="family_help", model=model, programs=["family_help"], **more)


def renamed(model):
    return replace(model, title=Text("Наша цепочка", "Our chain"))


@pytest.fixture
def head():
    user = User.objects.create(email="head@opora.example", name="Анна")
    return Actor(user_id=user.pk, name="Анна", grants=frozenset({("head", None)}))


def test_the_same_model_twice_is_one_version():
    first, second = publish(shipped_models()[CHAIN]), publish(shipped_models()[CHAIN])
    assert (first.pk, second.number) == (second.pk, 1)
    assert JournalEntry.objects.filter(verb="logic.published").count() == 1


def test_a_published_version_cannot_be_changed_and_reads_as_it_was_written():
    version = publish(shipped_models()[CHAIN])
    with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
        ModelVersion.objects.filter(pk=version.pk).update(text="{}")
    assert model_in_force(code=CHAIN).model == shipped_models()[CHAIN]
    assert model_in_force(code="S1").code == CHAIN
    with pytest.raises(NotFound):
        model_in_force(code="S9")


def test_what_was_made_in_the_browser_stays_when_the_shipped_folder_is_offered(head):
    chain = shipped_models()[CHAIN]
    publish(chain)
    own = publish(renamed(chain), actor=head)
    shipped_anew = replace(chain, about=Text("Новое издание", "A new edition"))
    assert publish(shipped_anew, keep_own=True) == own
    assert publish(chain).number == 2
    # Whoever publishes a folder on purpose gets it.
    assert publish(shipped_anew).number == 3


def test_publishing_a_practice_brings_its_models_to_its_programs():
    publish_practice(actor=SYSTEM, folder=shipped_practices()["family_help"], is_offered=True)
    found = models_of(program=Program.objects.get(code="family_help"))
    assert [(one.code, one.number, one.practice) for one in found] == [
        (CHAIN, 1, "family_help"),
        ("theory_of_change", 1, "family_help"),
    ]
    assert models_in_force() == found


def test_an_outcome_is_found_in_every_model_that_shows_it():
    for code in (CHAIN, "theory_of_change"):
        publish(shipped_models()[code])
    found = {(one.published.code, one.node.source) for one in shown_in(concept="child_safe_at_home")}
    assert found == {(CHAIN, "S1-97"), ("theory_of_change", "S4-27")}
    assert shown_in(concept="") == []


def test_a_box_says_what_its_concept_says_unless_it_says_it_itself():
    model = shipped_models()["support_and_shelter"]
    seen = {one.node.code: one for one in seen_by(model)}
    assert seen["r15"].evidence.indicators == ("IND-24f",)
    assert seen["r15"].concept.evidence.indicators == ("IND-24",)
    assert seen["r2"].evidence == seen["r2"].concept.evidence
    assert seen["r2"].level_kind == "mid"


def test_only_who_answers_for_the_practice_publishes():
    worker = Actor(user_id=5, name="", grants=frozenset({("case_manager", 1)}))
    with pytest.raises(Refused):
        publish(shipped_models()[CHAIN], actor=worker)
