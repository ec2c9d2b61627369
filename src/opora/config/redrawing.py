"""Migrations, carried out without drawing the whole house anew at every step.

For each step of a migration Django draws the model it changes and, with it, every model that hangs together with it;
here that is nearly all of them, some hundred times over, and takes most of the time of bringing an old home up. Within
`only_what_changes` a step draws its own model. That is all that most steps look at: the table, its columns, and what
they refer to. Two kinds look at what refers to the table as well: one that runs code of ours, for which Django itself
draws everything anew, and a change to a column that others refer to, for which we do.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from typing import Any

from django.apps.registry import Apps
from django.db.migrations.operations import AlterField, AlterModelTable, RenameField, RenameModel
from django.db.migrations.state import ProjectState
from django.db.migrations.utils import get_references

from opora.common import standing_tables

_Deed = Callable[..., Any]


@contextmanager
def only_what_changes() -> Iterator[None]:
    """Migrations carried out within draw little; afterwards Django does as it always did."""
    standing_tables.forget()
    with ExitStack() as ways:
        ways.enter_context(_instead(ProjectState, "_find_reload_model", lambda _former: _itself))
        ways.enter_context(_instead(Apps, "get_swappable_settings_name", _told_once))
        for step in (AlterField, RenameField, RenameModel, AlterModelTable):
            for deed in ("database_forwards", "database_backwards"):
                ways.enter_context(_instead(step, deed, _after_a_look_around))
        yield


@contextmanager
def _instead(owner: Any, name: str, make: Callable[[_Deed], _Deed]) -> Iterator[None]:
    former = getattr(owner, name)
    is_own = name in vars(owner)
    setattr(owner, name, make(former))
    try:
        yield
    finally:
        setattr(owner, name, former) if is_own else delattr(owner, name)


def _itself(state: Any, app_label: str, model_name: str, delay: bool = False) -> set[tuple[str, str]]:
    """What to draw anew when a model changes. Whoever needs the rest is told by the mark that it is of before."""
    state.is_delayed = True
    return {(app_label, model_name)}


def _told_once(look_up: Any) -> Any:
    """Which setting a model stands in for: Django forgets it with every model that is drawn, and it never changes."""
    known: Any = cache(look_up.__wrapped__)
    known.cache_clear = lambda: None
    return known


def _after_a_look_around(carry_out: _Deed) -> _Deed:
    def whole(self: Any, app_label: str, editor: Any, before: Any, after: Any) -> None:
        if _is_referred_to(self, app_label, before) or _is_referred_to(self, app_label, after):
            # The state before is whole only as long as nothing in it was drawn anew for the state after.
            for state in (before, after):
                vars(state).pop("apps", None)
        carry_out(self, app_label, editor, before, after)

    return whole


def _is_referred_to(step: Any, app_label: str, state: Any) -> bool:
    """Whether columns of other tables refer to what the step changes; of a whole table that is taken for granted."""
    if isinstance(step, RenameModel | AlterModelTable):
        return True
    model = (app_label, step.model_name_lower)
    fields = state.models[model].fields
    names = {step.name, getattr(step, "old_name", step.name), getattr(step, "new_name", step.name)}
    return any(next(get_references(state, model, (name, fields[name])), None) for name in names if name in fields)
