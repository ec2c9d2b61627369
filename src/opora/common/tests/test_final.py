"""A final table keeps its rows, lets words go in a destruction, and is like any other when the step is undone."""

from collections.abc import Iterator

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.migrations.state import ProjectState

from opora.common.final import Final

pytestmark = pytest.mark.django_db


def run(sentence: str) -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sentence)
        return cursor.rowcount


@pytest.fixture
def table() -> Iterator[str]:
    run("CREATE TABLE trial_vote (id int, choice text, reason bytea, closed_on date)")
    run("INSERT INTO trial_vote VALUES (1, 'open', 'why', NULL), (2, 'open', 'why', '2026-03-02')")
    yield "trial_vote"


def apply(step: Final, *, back: bool = False) -> None:
    # The test runs in a transaction, where the editor may not look ahead at what comes after it.
    editor = connection.schema_editor(atomic=False)
    deed = step.database_backwards if back else step.database_forwards
    deed("common", editor, ProjectState(), ProjectState())


CHANGE, REMOVE = "UPDATE trial_vote SET choice = 'reject'", "DELETE FROM trial_vote"


def test_a_final_row_is_neither_changed_nor_removed_until_the_step_is_undone(table: str) -> None:
    step = Final(table)
    apply(step)
    for deed in (CHANGE, REMOVE):
        with pytest.raises(DatabaseError, match="final"):
            run(deed)
    apply(step, back=True)
    assert run(CHANGE) == 2 and run(REMOVE) == 2


def test_a_row_is_final_from_the_day_the_condition_names(table: str) -> None:
    apply(Final(table, when="OLD.closed_on IS NOT NULL"))
    assert run(f"{CHANGE} WHERE id = 1") == 1
    for deed in (CHANGE, REMOVE):
        with pytest.raises(DatabaseError, match="final"):
            run(f"{deed} WHERE id = 2")


def test_a_destruction_empties_the_words_and_nothing_else(table: str) -> None:
    apply(Final(table, words=["reason"]))
    forget = "UPDATE trial_vote SET reason = NULL"
    with pytest.raises(DatabaseError, match="final"):
        run(forget)
    run("SET LOCAL opora.destroying = 'on'")
    assert run(forget) == 2
    with pytest.raises(DatabaseError, match="final"):
        run(CHANGE)
