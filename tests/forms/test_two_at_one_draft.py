"""Two people at one draft of the method, each over a connection of their own: no words are lost in silence.

Whoever is second is told by whom the draft was changed or ended; what was saved stands in the draft or in the version.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from opora.access.rules import SYSTEM, Actor, Role
from opora.cases.tests.factories import worker
from opora.common.bilingual import Text
from opora.common.errors import Conflict, OporaError, Refused
from opora.common.next_version import DraftEnded, NextVersion
from opora.common.seen import mark_of
from opora.indicators import actions as indicators
from opora.indicators.models import IndicatorDraft
from opora.instruments import actions as instruments
from opora.instruments.models import InstrumentDraft
from opora.instruments.rules import editing as forms
from opora.logic import actions as logic
from opora.logic.models import ModelDraft
from opora.logic.rules import LogicModel, Node
from opora.packs.actions import publish_practice
from opora.packs.queries import shipped_practices
from opora.pathways import actions as pathways
from opora.pathways.models import ProcessDraft
from opora.pathways.rules import editing as processes

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.django_db(transaction=True)]
AtOnce = Callable[..., list[Any]]
PRACTICE = "support_and_shelter"


@dataclass(frozen=True, slots=True)
class Editor:
    """How one kind of draft is begun, how a part of it is said otherwise, and how it is published."""

    drafts: type[NextVersion]
    begin: Callable[[Actor], Any]
    save: Callable[[Actor, str, int], Any]
    publish: Callable[[Actor, int], Any]
    part: Callable[[dict[str, Any]], Any]

    @property
    def seen(self) -> int:
        """The state of the part as everybody sees it now."""
        return mark_of(self.part(self.now.body))

    @property
    def now(self) -> NextVersion:
        return self.drafts._default_manager.get(state="open")


def _model(body: dict[str, Any]) -> Node:
    found = LogicModel.from_data(body).node("r2")
    assert found is not None
    return found


def _reword(actor: Actor, words: str, seen: int) -> None:
    node = replace(_model(ModelDraft.objects.latest("pk").body), text=Text(words))
    logic.put_node(actor=actor, code=PRACTICE, node=node, seen=seen)


def _restage(actor: Actor, words: str, seen: int) -> None:
    stage = {**ProcessDraft.objects.latest("pk").body["stages"]["visit"], "title": {"ru": words, "en": words}}
    pathways.put_part(actor=actor, code=PRACTICE, part="stage", name="visit", said=stage, seen=seen)


def _reask(actor: Actor, words: str, seen: int) -> None:
    item = {**(forms.item_of(InstrumentDraft.objects.latest("pk").body, "1.1") or {}), "weak_if": {"ru": words}}
    instruments.put_item(actor=actor, code="efo", section="1", item=item, seen=seen)


def _rename(actor: Actor, words: str, seen: int) -> None:
    indicators.put_draft(actor=actor, code="own-1", title=words, about="", filters={}, split="", seen=seen)


def _make_indicator() -> None:
    indicators.publish_indicator(actor=SYSTEM, code="own-1", title="Сигналы", measure="IND-01", filters={})


EDITORS = {
    "model": Editor(
        ModelDraft,
        lambda actor: logic.begin_draft(actor=actor, code=PRACTICE),
        _reword,
        lambda actor, seen: logic.publish_draft(actor=actor, code=PRACTICE, seen=seen),
        _model,
    ),
    "process": Editor(
        ProcessDraft,
        lambda actor: pathways.begin_draft(actor=actor, code=PRACTICE),
        _restage,
        lambda actor, seen: pathways.publish_draft(actor=actor, code=PRACTICE, seen=seen),
        lambda body: processes.parts_of(body, "stage").get("visit"),
    ),
    "form": Editor(
        InstrumentDraft,
        lambda actor: instruments.begin_draft(actor=actor, code="efo"),
        _reask,
        lambda actor, seen: instruments.publish_draft(actor=actor, code="efo", seen=seen),
        lambda body: forms.item_of(body, "1.1"),
    ),
    "indicator": Editor(
        IndicatorDraft,
        lambda actor: indicators.begin_draft(actor=actor, code="own-1"),
        _rename,
        lambda actor, seen: indicators.publish_draft(actor=actor, code="own-1", seen=seen),
        lambda body: body,
    ),
}


@pytest.fixture(params=EDITORS)
def editor(request: pytest.FixtureRequest) -> Editor:
    publish_practice(actor=SYSTEM, folder=shipped_practices()[PRACTICE])
    _make_indicator()
    return EDITORS[request.param]


def test_nothing_is_lost_in_silence(editor: Editor, at_once: AtOnce) -> None:
    people = [worker(Role.METHODOLOGIST), worker(Role.METHODOLOGIST)]
    at_once(*(lambda who=who: editor.begin(who) for who in people))
    assert editor.drafts._default_manager.count() == 1, "two begin one draft"

    two_save(editor, people, at_once)
    one_publishes_while_another_saves(editor, people, at_once)
    two_publish(editor, people, at_once)


def two_save(editor: Editor, people: list[Actor], at_once: AtOnce) -> None:
    seen = editor.seen
    words = ["Слова первого", "Слова второго"]
    outcomes = at_once(
        *(lambda who=who, said=said: editor.save(who, said, seen) for who, said in zip(people, words, strict=True))
    )
    (second,) = [place for place, one in enumerate(outcomes) if isinstance(one, Conflict)]
    first = 1 - second
    assert people[first].name in str(outcomes[second]), "the second is told by whom"
    assert words[first] in editor.now.text and words[second] not in editor.now.text


def one_publishes_while_another_saves(editor: Editor, people: list[Actor], at_once: AtOnce) -> None:
    publisher, writer = people
    seen, revision = editor.seen, editor.now.revision
    published, saved = at_once(
        lambda: editor.publish(publisher, revision), lambda: editor.save(writer, "Слова писавшего", seen)
    )
    if isinstance(published, OporaError):
        assert isinstance(published, Conflict), "what was changed since it was looked at is not published"
        assert not isinstance(saved, OporaError) and "Слова писавшего" in editor.now.text
        editor.publish(publisher, editor.now.revision)
    else:
        assert isinstance(saved, DraftEnded) and publisher.name in str(saved)
        assert "Слова писавшего" not in json.dumps(editor.drafts._default_manager.latest("pk").body)


def two_publish(editor: Editor, people: list[Actor], at_once: AtOnce) -> None:
    editor.begin(people[0])
    editor.save(people[0], "Последние слова", editor.seen)
    revision = editor.now.revision
    outcomes = at_once(*(lambda who=who: editor.publish(who, revision) for who in people))
    (second,) = [place for place, one in enumerate(outcomes) if isinstance(one, OporaError)]
    assert isinstance(outcomes[second], DraftEnded) and people[1 - second].name in str(outcomes[second])
    with pytest.raises((DraftEnded, Refused)):
        editor.publish(people[second], revision)
