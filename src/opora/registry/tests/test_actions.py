"""Bringing registers in: what becomes of each row, once, twice, corrected, and by whom."""

from datetime import date, timedelta
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
from opora.registry.reading import ColumnsAsked
from opora.registry.rules.choices import Choices, Meaning
from opora.registry.rules.header import Field
from opora.registry.rules.titles import title_key
from opora.registry.tests.workbooks import SHELTER_TITLES, SUPPORT_TITLES, line, table, workbook

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
    emptied = line(exit=None, change=None)
    assert numbers_of(bring_in(emptied, erases_emptied=True)) == (0, 1, 0, 0)
    assert standing_totals(Case.objects.get()) == {"entry": 20}
    assert numbers_of(bring_in(emptied, erases_emptied=True)) == (0, 0, 1, 0)


def test_an_emptied_cell_takes_nothing_away_unasked(house):
    bring_in(line())
    report = bring_in(line(closed_on=None, exit=None, change=None))
    assert numbers_of(report) == (0, 0, 1, 0)
    assert {(one["column"], one["value"], one["reason"]) for one in report["warnings"]} == {
        ("дата закрытие", None, "В таблице пусто, а в «Опоре» записано 18.09.2022; это останется."),
        ("число слабых сторон выход", None, "В таблице пусто, а в «Опоре» записано 10; это останется."),
    }
    case = Case.objects.get()
    assert (case.closed_on, standing_totals(case)) == (date(2022, 9, 18), {"entry": 20, "exit": 10})


def test_a_column_that_is_gone_takes_nothing_away_even_when_emptied_cells_do(house):
    bring_in(line())
    titles = {name: title for name, title in SUPPORT_TITLES.items() if name not in ("exit", "closed_on", "change")}
    assert numbers_of(bring_in(line(titles), titles=titles, erases_emptied=True)) == (0, 0, 1, 0)
    assert standing_totals(Case.objects.get()) == {"entry": 20, "exit": 10}


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


def test_every_update_is_told_field_by_field(house):
    bring_in(line(), line(number="18/2021лд", parent="К1", children="К2"))
    report = bring_in(
        line(entry=22, children="С24, С25", change=12), line(number="18/2021лд", parent="К1", children="К2")
    )
    assert report["updates"] == [
        {
            "sheet": "Лист1",
            "row": 2,
            "department": "1 ЕФО МР",
            "number": "17/2021лд",
            "changes": [
                {"field": "children", "before": "С24", "after": "С24, С25"},
                {"field": "entry", "before": "20", "after": "22"},
            ],
        }
    ]


SHELTER = {"department": "1 ЕФО КЦ", "children": None, "followed_up_on": None}


def in_the_center(number, parent, opened_on, **changes):
    closed_on = opened_on + timedelta(60)
    return line(
        SHELTER_TITLES,
        **{**SHELTER, "number": number, "parent": parent, "opened_on": opened_on, "closed_on": closed_on, **changes},
    )


def bring_in_years(**years):
    sheets = {name: table(*rows, titles=SHELTER_TITLES) for name, rows in years.items()}
    return summary.report(actions.import_registry(actor=SYSTEM, data=workbook(sheets), on=TODAY))


FIRST_YEAR = [in_the_center(n, f"А{n}", date(2021, n, 1)) for n in (1, 2, 3)]
NEXT_YEAR = [in_the_center(n, f"Б{n}", date(2022, n, 5), entry=9, exit=4, change=5) for n in (1, 2)]


def numbers_and_parents():
    return set(Case.objects.values_list("number", "client__code_number", "opened_on__year", "closed_on__year"))


def test_numbers_that_begin_anew_each_year_come_in_whole(house):
    report = bring_in_years(**{"2021": FIRST_YEAR, "2022": NEXT_YEAR})
    assert numbers_of(report) == (5, 0, 0, 0)
    whole = {("1/2021", 1, 2021, 2021), ("2/2021", 2, 2021, 2021), ("3/2021", 3, 2021, 2021),
             ("1/2022", 1, 2022, 2022), ("2/2022", 2, 2022, 2022)}  # fmt: skip
    assert numbers_and_parents() == whole
    assert numbers_of(bring_in_years(**{"2021": FIRST_YEAR, "2022": NEXT_YEAR})) == (0, 0, 5, 0)
    assert numbers_and_parents() == whole


def test_the_numbers_of_next_year_overwrite_no_case_of_this_one(house):
    bring_in_years(**{"2021": FIRST_YEAR})
    assert numbers_of(bring_in_years(**{"2022": NEXT_YEAR})) == (2, 0, 0, 0)
    assert {number for number, *_rest in numbers_and_parents()} == {"1", "2", "3", "1/2022", "2/2022"}
    assert standing_totals(Case.objects.get(number="1")) == {"entry": 20, "exit": 10}
    assert numbers_of(bring_in_years(**{"2021": FIRST_YEAR, "2022": NEXT_YEAR})) == (0, 0, 5, 0)


def test_another_case_under_a_number_with_its_year_is_asked_about(house):
    bring_in(line())
    report = bring_in(line(parent="К1", children="К2", opened_on=date(2021, 7, 1)))
    assert numbers_of(report) == (0, 0, 0, 1)
    assert Case.objects.get().client.code == "И3"


def test_a_family_that_came_again_under_its_number_is_asked_about(house):
    bring_in_years(**{"2021": FIRST_YEAR})
    report = bring_in_years(**{"2022": [in_the_center(1, "А1", date(2022, 4, 1))]})
    assert numbers_of(report) == (0, 0, 0, 1)
    assert Case.objects.get(number="1").opened_on == date(2021, 1, 1)


def test_a_case_carried_into_the_next_years_sheet_is_one_case(house):
    begun = in_the_center(7, "А7", date(2021, 12, 20), closed_on=None, exit=None, change=None)
    ended = in_the_center(7, "А7", date(2021, 12, 20))
    report = bring_in_years(**{"2021": [*FIRST_YEAR, begun], "2022": [*NEXT_YEAR, ended]})
    assert numbers_of(report) == (6, 0, 0, 0)
    assert Case.objects.get(client__code_number=7).closed_on == date(2022, 2, 18)


def test_two_spellings_of_a_code_never_make_two_people_one(house):
    rows = (line(parent="Е5", children="К1"), line(number="18/2021лд", parent="Ё5", children="К2"))
    report = bring_in(*rows)
    assert numbers_of(report) == (1, 0, 0, 1)
    assert only(report["rejected"])["value"] == "Ё5"
    assert Case.objects.get().client.code == "Е5"


def test_a_code_stays_with_the_spelling_it_came_with(house):
    with_yo = line(parent="Ё5", children="К1")
    assert numbers_of(bring_in(with_yo)) == (1, 0, 0, 0)
    assert numbers_of(bring_in(line(number="18/2021лд", parent="Е5", children="К2"))) == (0, 0, 0, 1)
    again = line(number="19/2021лд", parent="Ё5", children="К1")
    assert numbers_of(bring_in(with_yo, again)) == (1, 0, 1, 0)


def test_what_was_chosen_of_the_columns_is_remembered_for_the_next_file(house):
    titles = {**SUPPORT_TITLES, "closed_on": "дата закрытия", "signed_on": "дата закрытия договора"}
    row = [*line(), date(2023, 1, 1)]
    with pytest.raises(ColumnsAsked, match="дата закрытия договора"):
        bring_in(row, titles=titles)
    assert not Case.objects.exists()
    meant = Choices((Meaning(Field.CLOSED, title_key("Дата закрытия")),))
    head = factories.worker(Role.HEAD)
    assert numbers_of(bring_in(row, titles=titles, choices=meant, actor=head)) == (1, 0, 0, 0)
    assert Case.objects.get().closed_on == date(2022, 9, 18)
    assert JournalEntry.objects.get(verb="registry.columns_remembered").actor_id == head.user_id
    again = bring_in(row, titles=titles)
    assert numbers_of(again) == (0, 0, 1, 0)
    assert any(one["column"] == "дата закрытия" for one in again["warnings"])


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
