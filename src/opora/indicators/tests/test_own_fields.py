"""Indicators by own fields: told apart and narrowed, counted by hand; a field for others makes no indicator known."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from opora.access.rules import SYSTEM, Actor, Role
from opora.cases.models import Case
from opora.common.errors import Invalid, NotFound
from opora.common.kept import Kept
from opora.details.actions import answer_fields
from opora.details.models import Detail
from opora.details.tests.factories import a_field
from opora.evidence.actions import refresh_facts
from opora.evidence.tests import world
from opora.families.models import FamilyMember
from opora.fields.actions import end_field
from opora.fields.rules import OwnField
from opora.goods.models import Good, Issue, IssueLine
from opora.indicators import FILE, actions, queries, words
from opora.indicators.queries import kept
from opora.indicators.rules import MEASURES, period_of
from opora.indicators.rules.composing import problems_of
from opora.indicators.tests.asking import AS_OF, answer, groups, parts, value
from opora.indicators.tests.houses import service
from opora.services.models import Provision

pytestmark = pytest.mark.django_db
ASKED, MAY = date(2024, 6, 1), date(2024, 5, 10)
ANALYST = Actor(user_id=1, name="", grants=frozenset({(Role.ANALYST, None)}))


def answered(case: Case, field: OwnField, *codes: str, on: date = ASKED, at: Case | None = None) -> None:
    of: dict[str, Any] = {"of_case": case} if field.about == "case" else {"family": case.family}
    Detail.objects.filter(field_id=field.id, **of).update(is_newest=False)
    Detail.objects.create(case=at or case, field_id=field.id, chosen=list(codes), on=on, **of)


@pytest.fixture
def four() -> list[Case]:
    """Closed cases: two children at home, one at home and one elsewhere, one elsewhere, one of whom nobody knows.

    The first received two services, the second one, the third four and 3 packs, the fourth none.
    """
    homes = (("own_family", "own_family"), ("own_family", "institution"), ("institution",), ("unknown",))
    cases = [world.case(children=(None,) * len(one), homes=one) for one in homes]
    for case, times in zip(cases, (2, 1, 4, 0), strict=True):
        for child in case.children.all():
            FamilyMember.objects.create(family=case.family, person=child.person, role="child")
        for _time in range(times):
            Provision.objects.create(case=case, on=MAY, service=service(), format="individual", provider="own")
    issue = Issue.objects.create(case=cases[2], kind="goods", given_on=MAY, act_number="1")
    good = Good.objects.create(name="Подгузники", category="baby", unit="pack")
    IssueLine.objects.create(issue=issue, good=good, quantity=3)
    refresh_facts(case_ids=[one.pk for one in cases])
    return cases


@pytest.fixture
def pet(four: list[Case]) -> OwnField:
    """Whether there is a pet: yes after a no; no; one who does not know; one whom nobody asked."""
    field = a_field(kind="yes_no", title="Есть питомец")
    answered(four[0], field, "no", on=date(2024, 5, 1))
    answered(four[0], field, "yes")
    answered(four[1], field, "no")
    answered(four[2], field, "unknown")
    return field


def composed(measure: str, split: str = "", code: str = "own", **filters: tuple[str, ...]) -> None:
    actions.publish_indicator(
        actor=SYSTEM, code=code, title="Своё", measure=measure, filters=dict(filters), split=split
    )


def test_every_shape_is_told_apart_and_who_was_not_asked_is_a_group_of_its_own(pet: OwnField) -> None:
    """Children at home: 2 of 2 with a pet, 1 of 2 without, 0 of 1 not known; then services, goods, days in a list."""
    assert groups("IND-20", pet.dimension) == {"yes": 1.0, "no": 0.5, "": 0.0}
    assert answer("IND-20", split=pet.dimension).groups[""].unknown == 1
    assert parts("IND-20", split=pet.dimension) == (3, 5, 1), "the whole is as it was"
    assert groups("IND-02", pet.dimension) == {"yes": 2, "no": 1, "": 4}
    assert groups("IND-08", pet.dimension) == {"": 3}
    assert groups("IND-31", pet.dimension).keys() <= {"yes", "no", ""}


def test_a_measure_is_narrowed_by_answers_and_never_takes_unknown_for_no(pet: OwnField) -> None:
    for number, (codes, services, children) in enumerate(
        ((("yes",), 2, (2, 2, 0)), (("no",), 1, (1, 2, 0)), (("yes", "no"), 3, (3, 4, 0)), (("",), 4, (0, 1, 1)))
    ):
        composed("IND-02", code=f"services-{number}", **{pet.dimension: codes})
        composed("IND-20", code=f"children-{number}", **{pet.dimension: codes})
        assert value(f"services-{number}") == services
        assert parts(f"children-{number}") == children
    behind = queries.cases_behind(
        actor=SYSTEM,
        one=queries.find_indicator(actor=SYSTEM, code="services-0"),
        period=period_of(date(2024, 1, 1), date(2024, 12, 31), AS_OF),
        limit=9,
    )
    assert [one.times for one in behind] == [2]


def test_as_of_an_earlier_day_holds_what_was_answered_by_then(pet: OwnField) -> None:
    assert groups("IND-02", pet.dimension, as_of=date(2024, 5, 15)) == {"no": 2, "": 5}


def test_several_answers_count_in_each_group_and_once_where_they_narrow(four: list[Case]) -> None:
    """Of a case: the first by neighbors and by itself, the second by itself."""
    came = a_field("case", "several", "Как пришли")
    answered(four[0], came, "c1", "c3")
    answered(four[1], came, "c3")
    assert groups("IND-02", came.dimension) == {"c1": 2, "c3": 3, "": 4}
    composed("IND-02", came.dimension, **{came.dimension: ("c1", "c3")})
    assert value("own") == 3, "a service of a family with two of the answers is one service"
    assert groups("own") == {"c1": 2, "c3": 3}


def test_an_answer_given_where_the_reader_does_not_see_is_not_known(four: list[Case], pet: OwnField) -> None:
    elsewhere = world.case(in_department=world.department("Другой отдел"))
    answered(four[1], pet, "yes", at=elsewhere)
    reader = Actor(user_id=1, name="", grants=frozenset({(Role.COORDINATOR, four[0].department_id)}))
    assert groups("IND-02", pet.dimension, actor=reader) == {"yes": 2, "": 5}
    assert groups("IND-02", pet.dimension) == {"yes": 3, "": 4}


def test_what_is_kept_is_counted_anew_when_somebody_answers(pet: OwnField, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_kept", Kept(1000))
    case = world.case(closed_on=None)
    Provision.objects.create(case=case, on=MAY, service=service(), format="individual", provider="own")
    asked: dict[str, Any] = {"split": pet.dimension, "as_of": date(2026, 2, 1)}
    assert groups("IND-02", **asked) == {"yes": 2, "no": 1, "": 5}
    typed: dict[tuple[str, int], Any] = {(f"family-{case.family_id}", pet.id): ("yes",)}
    assert answer_fields(actor=SYSTEM, case_id=case.pk, typed=typed, seen=None, on=date(2026, 1, 5)) == 1
    assert groups("IND-02", **asked) == {"yes": 3, "no": 1, "": 4}


def test_a_field_for_other_roles_makes_no_indicator_known(four: list[Case]) -> None:
    field = a_field(kind="yes_no", title="Закрытый вопрос", roles=[Role.HEAD])
    answered(four[0], field, "yes")
    composed("IND-02", code="narrowed", **{field.dimension: ("yes",)})
    composed("IND-02", field.dimension, code="told-apart")
    assert (value("narrowed"), groups("told-apart")) == (2, {"yes": 2, "": 5})
    known = {one.code for one in queries.indicators_in_force(actor=ANALYST)}
    assert known == set(MEASURES), "not even their names"
    for code in ("narrowed", "told-apart"):
        with pytest.raises(NotFound):
            answer(code, actor=ANALYST)
        with pytest.raises(NotFound):
            queries.find_indicator(actor=ANALYST, code=code)
    with pytest.raises(NotFound):
        answer("IND-02", actor=ANALYST, split=field.dimension)
    asked: dict[str, Any] = {"codes": ["narrowed", "IND-02"], "period": period_of(None, None, AS_OF)}
    assert set(queries.read_together(actor=ANALYST, **asked)[0]) == {"IND-02"}
    assert set(queries.read_together(actor=SYSTEM, tells_some=False, **asked)[0]) == {"IND-02"}
    assert set(queries.read_together(actor=SYSTEM, **asked)[0]) == {"IND-02", "narrowed"}


def test_answers_of_people_tell_apart_what_counts_people(four: list[Case]) -> None:
    """Five children are known of: the answer of one at home is yes, of one elsewhere too, of another one it is no."""
    field = a_field("person", "yes_no", "Ходит в кружок")
    at_home, beside = (one.person for one in four[0].children.order_by("pk"))
    elsewhere = four[2].children.get().person
    for person, code in ((at_home, "yes"), (elsewhere, "yes"), (beside, "no")):
        Detail.objects.create(case=four[0], field_id=field.id, chosen=[code], on=ASKED, person=person)
    assert groups("IND-20", field.dimension) == {"yes": 0.5, "no": 1.0, "": 0.5}
    composed("IND-20", code="in-a-club", **{field.dimension: ("yes",)})
    assert parts("in-a-club") == (1, 2, 0)
    # A family is no person: of a measure of families this answer tells nothing.
    assert not [one for one in queries.find_indicator(actor=SYSTEM, code="IND-02").measure.splits if one.field]


def test_words_and_contacts_tell_no_indicator_apart(four: list[Case], pet: OwnField) -> None:
    for kind in ("text", "number", "day"):
        a_field(kind=kind, title=f"Вопрос {kind}")
    a_field("contact", "yes_no", "О контакте")
    person = a_field("person", "yes_no", "О человеке")
    assert {one.dimension for one in queries.fields_of_figures(actor=SYSTEM)} == {pet.dimension, person.dimension}
    found = queries.find_indicator(actor=SYSTEM, code="IND-02")
    assert [one.code for one in found.measure.splits if one.field is not None] == [pet.dimension]
    whole = queries.find_indicator(actor=SYSTEM, code="IND-27m")
    assert not [one for one in whole.measure.splits if one.field is not None], "what has no family has no answers"
    for split in ("field_nobody", f"field_{pet.code}x"):
        with pytest.raises(Invalid):
            composed("IND-02", split)
    end_field(actor=SYSTEM, field_id=pet.id, on=date(2026, 2, 1))
    found = queries.find_indicator(actor=SYSTEM, code="IND-02")
    assert words.split_title(found.measure, pet.dimension) == "Есть питомец (больше не спрашивают)"
    assert words.group_names(found.measure, pet.dimension, ["yes", ""]) == {"yes": "Да", "": "Неизвестно"}
    assert any("не спросили" in said for said in words.counting_rules(found.measure, [pet.dimension]))


def test_such_an_indicator_is_taken_away_and_brought_as_a_file(pet: OwnField, tmp_path: Path) -> None:
    composed("IND-02", pet.dimension, **{pet.dimension: ("yes",)})
    (tmp_path / FILE).write_text(queries.own_as_file(actor=SYSTEM), encoding="utf-8")
    (same,) = actions.publish_folder(actor=SYSTEM, folder=tmp_path)
    assert (same.number, same.split, same.filters) == (1, pet.dimension, {pet.dimension: ["yes"]})
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    (tmp_path / FILE).write_text(text.replace(pet.code, "nobody-asked"), encoding="utf-8")
    with pytest.raises(Invalid):
        actions.publish_folder(actor=SYSTEM, folder=tmp_path)
    named: dict[str, Any] = {"code": "a", "title": "a", "about": "", "filters": {}, "split": pet.dimension}
    assert problems_of(measure="IND-27m", **named) == {"split": "split"}, "no family, no answers, also on trust"
