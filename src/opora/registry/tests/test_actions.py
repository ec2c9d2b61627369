"""Bringing registers in: what becomes of each row, once, twice, corrected, and by whom."""

from datetime import date
from pathlib import Path

import pytest

from opora import registry
from opora.access.models import Department
from opora.access.rules import SYSTEM, Role
from opora.assessments.models import Assessment
from opora.audit.models import JournalEntry
from opora.cases import actions as cases
from opora.cases.models import Case, FollowUp, Stay
from opora.cases.tests import factories
from opora.common import news
from opora.common.errors import Refused
from opora.evidence.models import CaseFact
from opora.families.models import Person
from opora.registry import actions, summary
from opora.registry.models import ImportRun
from opora.registry.tests.workbooks import SHELTER_TITLES, line, table, workbook

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
GOLDEN = (Path(registry.__file__).parent / "data" / "registry.xlsx").read_bytes()


def bring_in(*rows, actor=SYSTEM, titles=None, **options):
    sheet = table(*rows, titles=titles) if titles else table(*rows)
    data = workbook({"Лист1": sheet})
    return summary.report(actions.import_registry(actor=actor, data=data, on=TODAY, **options))


def numbers_of(report):
    return report["imported"], report["updated"], report["unchanged"], len(report["rejected"])


def only(lines):
    (found,) = lines
    return found


def standing_totals(case):
    rows = Assessment.objects.filter(case=case).exclude(status=Assessment.Status.REPLACED)
    return dict(rows.values_list("point", "weak"))


def test_the_ten_historical_cases_come_in_whole(house):
    report = summary.report(actions.import_registry(actor=SYSTEM, data=GOLDEN, on=TODAY))
    assert report == {"imported": 10, "updated": 0, "unchanged": 0, "rejected": [], "warnings": []}
    assert Person.objects.exclude(memberships__role="child").count() == 10
    assert Person.objects.filter(memberships__role="child").distinct().count() == 16
    case = Case.objects.get(department=house.home, number="18/2021 лд")
    assert [child.person.code for child in case.children.select_related("person")] == ["В4", "П26", "П27", "П28"]
    assert (case.client.code, case.opened_on, case.closed_on) == ("П25", date(2021, 6, 15), date(2022, 6, 30))
    assert standing_totals(case) == {"entry": 41, "exit": 10}
    stay = Stay.objects.get(case__number="1", case__department=house.center)
    assert (stay.from_on, stay.planned_until, stay.left_on) == (date(2021, 8, 17), None, date(2021, 9, 20))
    visit = FollowUp.objects.get(case=stay.case)
    assert (visit.due_on, visit.done_on) == (date(2022, 3, 20), date(2022, 3, 30))


def test_the_facts_for_outcomes_stand_at_once(house):
    actions.import_registry(actor=SYSTEM, data=GOLDEN, on=TODAY)
    changes = CaseFact.objects.filter(program_id=house.support.pk).values_list("change", flat=True)
    assert sorted(changes) == [10, 15, 16, 28, 31]


def test_the_same_file_twice_changes_nothing(house):
    actions.import_registry(actor=SYSTEM, data=GOLDEN, on=TODAY)
    entries = JournalEntry.objects.exclude(verb="registry.imported").count()
    again = summary.report(actions.import_registry(actor=SYSTEM, data=GOLDEN, on=TODAY))
    assert numbers_of(again) == (0, 0, 10, 0)
    assert JournalEntry.objects.exclude(verb="registry.imported").count() == entries


def test_a_preview_writes_nothing(house):
    plan = actions.preview(actor=SYSTEM, data=GOLDEN, on=TODAY)
    assert numbers_of(summary.report(plan)) == (10, 0, 0, 0)
    assert not Case.objects.exists()
    assert not Person.objects.exists()


def test_a_corrected_file_corrects(house):
    bring_in(line(), line(number="18/2021лд", parent="К1", children="К2"))
    corrected = line(entry=22, closed_on=date(2022, 9, 19), children="С24, С25", change=12)
    report = bring_in(corrected, line(number="18/2021 лд", parent="К1", children="К2"))
    # The second row differs in the spelling of its number only.
    assert numbers_of(report) == (0, 2, 0, 0)
    case = Case.objects.get(number="17/2021лд")
    assert case.closed_on == date(2022, 9, 19)
    assert [child.person.code for child in case.children.select_related("person")] == ["С24", "С25"]
    assert standing_totals(case) == {"entry": 22, "exit": 10}
    assert Case.objects.count() == 2


def test_a_total_that_was_taken_out_is_taken_back(house):
    bring_in(line())
    assert numbers_of(bring_in(line(exit=None, change=None))) == (0, 1, 0, 0)
    assert standing_totals(Case.objects.get()) == {"entry": 20}
    assert numbers_of(bring_in(line(exit=None, change=None))) == (0, 0, 1, 0)


def test_an_open_case_is_closed_by_a_later_file(house):
    bring_in(line(closed_on=None, exit=None, change=None))
    assert Case.objects.get().closed_on is None
    assert numbers_of(bring_in(line())) == (0, 1, 0, 0)
    assert Case.objects.get().closed_on == date(2022, 9, 18)


def test_what_would_change_is_shown_before_and_after(house):
    bring_in(line())
    plan = actions.preview(actor=SYSTEM, data=workbook({"1": table(line(parent="И4", entry=21, change=11))}), on=TODAY)
    row = only(summary.preview(plan)["rows"])
    assert row["changes"] == [
        {"field": "parent", "before": "И3", "after": "И4"},
        {"field": "entry", "before": "20", "after": "21"},
    ]
    assert {remark["kind"] for remark in row["remarks"]} == {"warning"}
    assert any("И3" in remark["reason"] for remark in row["remarks"])


def test_the_right_rows_come_in_beside_the_wrong_ones(house):
    report = bring_in(line(), line(number="18/2021лд", closed_on=date(2020, 1, 1)))
    assert numbers_of(report) == (1, 0, 0, 1)
    wrong = only(report["rejected"])
    assert (wrong["sheet"], wrong["row"], wrong["column"], wrong["value"]) == (
        "Лист1", 3, "дата закрытие", "01.01.2020",
    )  # fmt: skip
    assert wrong["reason"]


def test_a_case_that_lives_here_is_not_overwritten(house):
    scene = factories.scene()
    report = bring_in(line(department=scene.department.name, number=scene.case.number))
    assert numbers_of(report) == (0, 0, 0, 1)
    scene.case.refresh_from_db()
    assert not scene.case.is_imported


def test_one_family_is_known_again_in_another_case(house):
    bring_in(line(), line(number="40/2022лд", opened_on=date(2022, 10, 1), closed_on=None, exit=None, change=None))
    first, second = Case.objects.order_by("pk")
    assert first.family_id == second.family_id
    assert Person.objects.count() == 2


def test_a_child_of_two_families_is_remarked_on(house):
    report = bring_in(line(), line(number="18/2021лд", parent="К1"))
    assert report["imported"] == 2
    assert {(one["row"], one["value"]) for one in report["warnings"]} == {(2, "С24"), (3, "С24")}


def test_the_program_follows_from_the_department_whatever_the_layout(house):
    bring_in(line(SHELTER_TITLES, extended_to=date(2022, 1, 1)), titles=SHELTER_TITLES)
    case = Case.objects.get()
    assert case.program == house.support
    assert not Stay.objects.exists()
    again = bring_in(line(SHELTER_TITLES, extended_to=date(2022, 1, 1)), titles=SHELTER_TITLES)
    assert numbers_of(again) == (0, 0, 1, 0)


def test_a_new_department_is_added_with_its_pattern_and_the_program_of_its_table(house):
    report = bring_in(line(department="Отдел помощи"), titles=None)
    assert report["imported"] == 1
    department = Department.objects.get(name="Отдел помощи")
    assert department.number_pattern == "{n}/{year}лд"
    assert Case.objects.get().program == house.support
    assert only(report["warnings"])["value"] == "Отдел помощи"


def test_a_program_is_chosen_for_departments_that_do_not_say_theirs(house):
    bring_in(line(department="Отдел помощи"), line(number="9/2021лд", parent="К1", children="К2"),
             program_id=house.shelter.pk)  # fmt: skip
    programs = dict(Case.objects.values_list("department__name", "program_id"))
    assert programs == {"Отдел помощи": house.shelter.pk, "1 ЕФО МР": house.support.pk}


def test_without_any_hint_the_row_waits_for_a_choice(house):
    factories.program(house.home)
    report = bring_in(line(department="Отдел помощи"))
    assert numbers_of(report) == (0, 0, 0, 1)


def test_a_coordinator_brings_in_the_cases_of_the_own_department(house):
    coordinator = factories.worker(Role.COORDINATOR, house.home)
    other = line(department="1 ЕФО КЦ", number="1", parent="З19", children="З20")
    strange = line(department="Отдел помощи", number="2", parent="З21", children="З22")
    report = bring_in(line(), other, strange, actor=coordinator)
    assert numbers_of(report) == (1, 0, 0, 2)
    assert Case.objects.get().department == house.home
    assert not Department.objects.filter(name="Отдел помощи").exists()


@pytest.mark.parametrize("role", [Role.CASE_MANAGER, Role.SPECIALIST, Role.ANALYST, Role.ADMINISTRATOR])
def test_nobody_else_brings_registers_in(house, role):
    with pytest.raises(Refused):
        bring_in(line(), actor=factories.worker(role, house.home if role == Role.CASE_MANAGER else None))
    assert not Case.objects.exists()


def test_what_fails_on_the_way_leaves_nothing_behind(house, monkeypatch):
    def fail(**_ignored):
        raise RuntimeError("no more room")

    monkeypatch.setattr("opora.assessments.actions.import_totals", fail)
    with pytest.raises(RuntimeError):
        bring_in(line())
    assert not Case.objects.exists()
    assert not Person.objects.exists()
    assert not ImportRun.objects.exists()


def test_a_point_filled_in_item_by_item_keeps_its_figure(house):
    bring_in(line(exit=None, change=None))
    filled_in = {"status": Assessment.Status.APPROVED, "on": date(2022, 9, 18), "weak": 12}
    Assessment.objects.create(case=Case.objects.get(), point="exit", **filled_in)
    report = bring_in(line())
    assert numbers_of(report) == (0, 0, 1, 0)
    assert only(report["warnings"])["value"] == "10"


def test_the_journal_tells_of_the_import_in_numbers(house):
    head = factories.worker(Role.HEAD)
    bring_in(line(), actor=head)
    entry = JournalEntry.objects.get(verb="registry.imported")
    assert entry.actor_id == head.user_id
    assert (entry.data["new"], entry.data["rejected"]) == (1, 0)


def test_what_was_done_with_an_imported_case_since_is_not_undone(house):
    bring_in(line())
    case = Case.objects.get()
    head = factories.worker(Role.HEAD)
    cases.reopen_case(actor=head, case_id=case.pk, reason="Семья обратилась снова", on=date(2023, 1, 1))
    report = bring_in(line())
    assert numbers_of(report) == (0, 0, 0, 1)
    case.refresh_from_db()
    assert case.closed_on is None


def test_news_of_an_import_is_told_for_all_cases_together(house, monkeypatch):
    told = []
    monkeypatch.setattr(news, "_listeners", {"cases.changed": (lambda **payload: told.append(payload["case_ids"]),)})
    bring_in(line(), line(number="18/2021лд", parent="К1", children="К2"))
    assert [len(ids) for ids in told] == [2]
