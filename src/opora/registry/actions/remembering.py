"""What an import leaves for the next one: the choice of columns, and codes that registers write with Ё."""

from opora.access.rules import Actor
from opora.audit import actions as journal
from opora.registry.models import CodeWithYo, ColumnChoice
from opora.registry.rules.choices import Choices
from opora.registry.rules.header import to_remember
from opora.registry.rules.plan import Plan


def remember(*, actor: Actor, run_id: int, plan: Plan, given: Choices) -> None:
    """Keep what was chosen for this file and told by it. Part of the import's transaction."""
    codes = {code for planned in plan.rows for code in planned.row.yo}
    CodeWithYo.objects.bulk_create([CodeWithYo(code=code) for code in sorted(codes)], ignore_conflicts=True)
    wanted = to_remember(given, plan.headers)
    known = {(one.field, one.title): one.is_meant for one in ColumnChoice.objects.all()}
    new = {key: is_meant for key, is_meant in wanted.items() if known.get((str(key[0]), key[1])) is not is_meant}
    for (name, title), is_meant in new.items():
        ColumnChoice.objects.update_or_create(
            field=str(name), title=title, defaults={"is_meant": is_meant, "chosen_by_id": actor.user_id}
        )
    if new:
        journal.record(
            actor=actor, verb="registry.columns_remembered", run=run_id, columns=len({key[0] for key in new})
        )
