"""Tables told apart by own fields: counted by hand, unknown is never no, and a field for others tells nothing."""

from datetime import date
from typing import Any

import pytest

from opora.access.rules import SYSTEM, Actor, Role
from opora.cases.models import Case
from opora.common.errors import NotFound
from opora.details.models import Detail
from opora.details.tests.factories import a_field
from opora.evidence.tests import world
from opora.fields.actions import end_field
from opora.fields.rules import OwnField
from opora.pivot import queries, words
from opora.pivot.actions import keep_table
from opora.pivot.rules import ALL, Definition, problems_of
from opora.pivot.tests.asking import AS_OF, YEAR

pytestmark = pytest.mark.django_db
ASKED = date(2024, 6, 1)


def answered(case: Case, field: OwnField, *codes: str, on: date = ASKED, at: Case | None = None) -> None:
    of: dict[str, Any] = {"of_case": case} if field.about == "case" else {"family": case.family}
    Detail.objects.filter(field_id=field.id, **of).update(is_newest=False)
    Detail.objects.create(case=at or case, field_id=field.id, chosen=list(codes), on=on, **of)


def code(field: OwnField) -> str:
    return f"field_{field.code}"


def asked(rows: str, columns: str = "", actor: Actor = SYSTEM, **more: Any) -> Definition:
    made = Definition("cases", rows, columns, **YEAR | {"kind": "records"} | more)
    return queries.for_reader(actor=actor, definition=made)


def figures(rows: str, columns: str = "", *, actor: Actor = SYSTEM, as_of: date = AS_OF, **more: Any) -> dict[Any, Any]:
    one = asked(rows, columns, actor, **more)
    assert problems_of(one) == {}
    found = queries.read_table(actor=actor, definition=one, as_of=as_of)
    told = {}
    for (row, column), cell in found.cells.items():
        key = tuple("all" if part is ALL else part for part in (row, column))
        told[key if columns else key[0]] = cell.figure(one.figure)
    return told


@pytest.fixture
def four() -> list[Case]:
    return [world.case(number=f"{number}/2024") for number in (1, 2, 3, 4)]


@pytest.fixture
def pet(four: list[Case]) -> OwnField:
    """Whether there is a pet: yes after a no; no; one who does not know; one whom nobody asked."""
    field = a_field(kind="yes_no", title="Есть питомец")
    answered(four[0], field, "no", on=date(2024, 5, 1))
    answered(four[0], field, "yes")
    answered(four[1], field, "no")
    answered(four[2], field, "unknown")
    return field


@pytest.mark.parametrize("kind", ["records", "families"])
def test_whom_nobody_asked_is_a_row_of_its_own_and_no_no(pet: OwnField, kind: str) -> None:
    assert figures(code(pet), kind=kind) == {"yes": 1, "no": 1, "": 2, "all": 4}
    assert figures("program", kind=kind, filters={code(pet): ("no",)})["all"] == 1
    assert figures("program", kind=kind, filters={code(pet): ("",)})["all"] == 2


def test_as_of_an_earlier_day_holds_what_was_answered_by_then(pet: OwnField) -> None:
    assert figures(code(pet), as_of=date(2024, 5, 15)) == {"no": 1, "": 3, "all": 4}


@pytest.mark.parametrize("kind", ["records", "families"])
def test_several_answers_stand_in_each_row_and_once_in_the_whole(four: list[Case], pet: OwnField, kind: str) -> None:
    """Of a case: the first from neighbors and by itself, the second by itself; crossed with the pet."""
    came = a_field("case", "several", "Как пришли")
    answered(four[0], came, "c1", "c3")
    answered(four[1], came, "c3")
    assert figures(code(came), kind=kind) == {"c1": 1, "c3": 2, "": 2, "all": 4}
    assert figures(code(came), code(pet), kind=kind) == {
        ("c1", "yes"): 1, ("c1", "all"): 1,
        ("c3", "yes"): 1, ("c3", "no"): 1, ("c3", "all"): 2,
        ("", ""): 2, ("", "all"): 2,
        ("all", "yes"): 1, ("all", "no"): 1, ("all", ""): 2, ("all", "all"): 4,
    }  # fmt: skip


def test_an_answer_given_where_the_reader_does_not_see_is_not_known(four: list[Case], pet: OwnField) -> None:
    elsewhere = world.case(number="9/2024", in_department=world.department("Другой отдел"))
    answered(four[1], pet, "yes", at=elsewhere)
    reader = Actor(user_id=1, name="", grants=frozenset({(Role.COORDINATOR, four[0].department_id)}))
    assert figures(code(pet), actor=reader) == {"yes": 1, "": 3, "all": 4}
    assert figures(code(pet))["yes"] == 2


def test_a_field_for_other_roles_is_no_field(four: list[Case]) -> None:
    field = a_field(kind="yes_no", title="Закрытый вопрос", roles=[Role.HEAD])
    answered(four[0], field, "yes")
    analyst = Actor(user_id=1, name="", grants=frozenset({(Role.ANALYST, None)}))
    known = queries.fields_of_tables(actor=SYSTEM)
    assert queries.fields_of_tables(actor=analyst) == {}
    smuggled = Definition("cases", code(field), **YEAR, own_fields=known)
    for one in (smuggled, Definition("cases", "program", **YEAR, filters={code(field): ("yes",)}, own_fields=known)):
        with pytest.raises(NotFound):
            queries.read_table(actor=analyst, definition=one, as_of=AS_OF)
        with pytest.raises(NotFound):
            queries.cases_behind(actor=analyst, definition=one, key=(ALL, ALL), as_of=AS_OF, limit=9)
    kept = keep_table(actor=SYSTEM, title="Закрытый вопрос", definition=smuggled, is_shared=True)
    with pytest.raises(NotFound):
        queries.run_table(actor=analyst, table_id=kept.pk, as_of=AS_OF)
    assert queries.run_table(actor=SYSTEM, table_id=kept.pk, as_of=AS_OF).whole.yes == 4
    assert "own_fields" not in kept.data


def test_words_are_never_counted_and_an_ended_field_says_that_it_ended(four: list[Case], pet: OwnField) -> None:
    for kind in ("text", "number", "day"):
        a_field(kind=kind, title=f"Вопрос {kind}")
    a_field("contact", "yes_no", "О контакте")
    assert list(queries.fields_of_tables(actor=SYSTEM)) == [code(pet)]
    end_field(actor=SYSTEM, field_id=pet.id, on=date(2026, 2, 1))
    one = asked(code(pet))
    assert words.what(one) == "Семьи и случаи: Есть питомец (больше не спрашивают)"
    laid = words.lay(queries.read_table(actor=SYSTEM, definition=one, as_of=AS_OF))
    assert [line.name for line in laid.lines] == ["Да", "Нет", "Неизвестно"]
    assert any("кого не спросили" in note for note in laid.notes)
