"""An own indicator is changed as a next version: worked on beside the one in force, published or given up."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from opora.access.rules import SYSTEM, Actor, Role
from opora.cases.tests.factories import worker
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.details.tests.factories import a_field
from opora.indicators import actions, queries
from opora.indicators.models import IndicatorVersion

pytestmark = pytest.mark.django_db
CODE = "own-calls"


@pytest.fixture
def anna() -> Actor:
    actions.publish_indicator(
        actor=SYSTEM, code=CODE, title="Звонки", measure="IND-01", filters={"channel": ["phone"]}, split="channel"
    )
    writer = worker(Role.METHODOLOGIST)
    actions.begin_draft(actor=writer, code=CODE)
    return writer


def put(actor: Actor, *, title: str = "Звонки", filters: Mapping[str, Sequence[str]] | None = None) -> None:
    narrowed = {"channel": ["phone"]} if filters is None else filters
    actions.put_draft(actor=actor, code=CODE, title=title, about="", filters=narrowed, split="channel", seen=None)


def test_what_is_in_force_stays_until_the_draft_is_published(anna: Actor) -> None:
    put(anna, title="Звонки и письма", filters={"channel": ["phone", "mail"]})
    assert queries.find_indicator(actor=anna, code=CODE).title == "Звонки"
    draft = queries.open_draft(actor=anna, code=CODE)
    assert (draft.base.title, draft.said.title) == ("Звонки", "Звонки и письма")
    made = actions.publish_draft(actor=anna, code=CODE, seen=draft.revision)
    assert (made.number, made.made_by_id) == (2, anna.user_id)
    assert queries.find_indicator(actor=anna, code=CODE).filters == {"channel": ("mail", "phone")}
    # What was said by the first version stays said by it.
    assert IndicatorVersion.objects.get(code=CODE, number=1).filters == {"channel": ["phone"]}
    assert IndicatorVersion.objects.get(code=CODE, number=1).put_away_on is None


def test_a_draft_that_says_nothing_new_or_was_changed_meanwhile_is_not_published(anna: Actor) -> None:
    put(anna)
    with pytest.raises(Refused):
        actions.publish_draft(actor=anna, code=CODE, seen=1)
    put(worker(Role.METHODOLOGIST), title="Иначе")
    with pytest.raises(Conflict):
        actions.publish_draft(actor=anna, code=CODE, seen=1)


def test_a_draft_says_what_an_indicator_may_say(anna: Actor) -> None:
    with pytest.raises(Invalid) as told:
        put(anna, title=" ", filters={"nonsense": ["x"]})
    assert set(told.value.fields) == {"title", "filters"}


def test_a_draft_given_up_is_taken_back_and_goes_with_its_indicator(anna: Actor) -> None:
    put(anna, title="Иначе")
    actions.drop_draft(actor=anna, code=CODE)
    assert queries.state_of_draft(actor=anna, code=CODE) == "dropped"
    actions.take_draft_back(actor=anna, code=CODE)
    assert queries.open_draft(actor=anna, code=CODE).said.title == "Иначе"
    actions.put_away(actor=anna, code=CODE, on=IndicatorVersion.objects.get().published_at.date())
    assert queries.open_drafts(actor=anna) == []
    with pytest.raises(NotFound):
        actions.begin_draft(actor=anna, code=CODE)


def test_an_indicator_of_the_catalogue_has_no_next_version_here(anna: Actor) -> None:
    with pytest.raises(NotFound):
        actions.begin_draft(actor=anna, code="IND-01")
    with pytest.raises(Refused):
        actions.begin_draft(actor=worker(Role.ANALYST), code=CODE)
    assert queries.open_drafts(actor=worker(Role.ANALYST)) == []


def test_a_draft_narrowed_by_a_field_for_other_roles_is_not_there_and_hides_no_other(anna: Actor) -> None:
    field = a_field(kind="yes_no", title="Закрытый вопрос", roles=[Role.HEAD])
    actions.publish_indicator(actor=SYSTEM, code="own-other", title="Иное", measure="IND-02", filters={})
    actions.begin_draft(actor=anna, code="own-other")
    told: dict[str, Any] = {"title": "Иное", "about": "", "filters": {field.dimension: ["yes"]}, "split": ""}
    actions.put_draft(actor=SYSTEM, code="own-other", seen=None, **told)
    assert [one.code for one in queries.open_drafts(actor=anna)] == [CODE]
    with pytest.raises(NotFound):
        queries.open_draft(actor=anna, code="own-other")
    assert queries.open_draft(actor=SYSTEM, code="own-other").said.filters == {field.dimension: ("yes",)}
