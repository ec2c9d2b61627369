"""A window that shows exactly what a test says, and keys of the test's own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from opora.access.rules import Actor, Role, can
from opora.families import policies
from opora.families.policies import Standing


@dataclass
class Window:
    """Cases by id with their family, and which actors reach which families."""

    cases: dict[int, int] = field(default_factory=dict)
    reach: dict[int | None, set[int]] = field(default_factory=dict)

    def show(self, actor: Actor, *, case_id: int, family_id: int) -> None:
        self.cases[case_id] = family_id
        self.reach.setdefault(actor.user_id, set()).add(family_id)

    def standing(self, actor: Actor, case_id: int) -> Standing | None:
        family_id = self.cases.get(case_id)
        asked = ("case.read", "identity.read", "case.change", "assessment.write")
        abilities = frozenset(ability for ability in asked if self.reached(actor, [family_id or 0], ability))
        return Standing(family_id, abilities) if family_id and "case.read" in abilities else None

    def reached(self, actor: Actor, family_ids: Iterable[int], ability: str) -> frozenset[int]:
        if actor.is_system:
            return frozenset(family_ids)
        return (
            frozenset(self.reach.get(actor.user_id, ())) & frozenset(family_ids) if can(actor, ability) else frozenset()
        )


@pytest.fixture
def window() -> Iterator[Window]:
    shown = Window()
    former = policies.look_through(shown)
    yield shown
    policies.look_through(former)


@pytest.fixture(autouse=True)
def home(settings, tmp_path: Path) -> Path:
    settings.OPORA_HOME = tmp_path
    return tmp_path


def actor(user_id: int, role: str) -> Actor:
    return Actor(user_id=user_id, name=f"worker {user_id}", grants=frozenset({(role, 1)}))


@pytest.fixture
def manager() -> Actor:
    return actor(1, Role.CASE_MANAGER)


@pytest.fixture
def stranger() -> Actor:
    return actor(2, Role.CASE_MANAGER)


@pytest.fixture
def psychologist() -> Actor:
    return actor(3, Role.PSYCHOLOGIST)


@pytest.fixture
def analyst() -> Actor:
    return actor(4, Role.ANALYST)


@pytest.fixture
def head() -> Actor:
    return Actor(user_id=5, name="head", grants=frozenset({(Role.HEAD, None)}))
