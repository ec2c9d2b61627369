"""The ten historical cases of S3 and invented rows for the rules of evidence."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from opora.cases.rules.children_then import ChildThen
from opora.cases.rules.follow_up_due import follow_up_due
from opora.evidence.rules.outcomes import ProgramOutcome, summarize, with_cases
from opora.evidence.rules.rows import OutcomeRow
from opora.evidence.rules.tally import tally
from opora.families.rules import Belonging

SUPPORT = (
    ("И3", "С24", "17/2021лд", date(2021, 6, 18), date(2022, 9, 18), 20, 10),
    ("С29", "С32", "26/2021 лд", date(2021, 11, 2), date(2022, 11, 2), 26, 10),
    ("С33", "С34,Т8,Т9,С35", "27/2021 лд", date(2021, 11, 11), date(2022, 5, 26), 25, 10),
    ("Д25", "Д28", "29/2021 лд", date(2021, 9, 19), date(2022, 11, 19), 38, 10),
    ("П25", "В4,П26,П27,П28", "18/2021 лд", date(2021, 6, 15), date(2022, 6, 30), 41, 10),
)
SHELTER = (
    ("З19", "З20", "1", date(2021, 8, 17), date(2021, 9, 20), date(2022, 3, 30), 12, 11),
    ("М35", "Е6", "2", date(2021, 9, 30), date(2022, 3, 8), date(2022, 9, 8), 10, 9),
    ("С36", "С37", "3", date(2021, 10, 4), date(2022, 1, 24), date(2022, 7, 24), 13, 12),
    ("М37", "М36", "4", date(2021, 11, 3), date(2022, 3, 8), date(2022, 9, 8), 14, 10),
    ("С38", "С39", "5", date(2021, 11, 18), date(2021, 12, 20), date(2022, 6, 20), 12, 11),
)


def support_rows() -> list[OutcomeRow]:
    """Table 4.2, comprehensive support."""
    return [
        OutcomeRow(
            case_id=number,
            department_id=1,
            department="1 ЕФО МР",
            parent=parent,
            children_codes=tuple(children.split(",")),
            children=len(children.split(",")),
            number=spelled,
            opened_on=opened,
            closed_on=closed,
            follow_up_due_on=follow_up_due(closed),
            entry=entry,
            exit=exit_,
        )
        for number, (parent, children, spelled, opened, closed, entry, exit_) in enumerate(SUPPORT, 1)
    ]


def shelter_rows() -> list[OutcomeRow]:
    """Table 4.3, crisis centre."""
    return [
        OutcomeRow(
            case_id=number,
            department_id=2,
            department="1 ЕФО КЦ",
            parent=parent,
            children_codes=(child,),
            children=1,
            number=spelled,
            opened_on=opened,
            closed_on=left,
            follow_up_due_on=follow_up_due(left),
            followed_up_on=visited,
            entry=entry,
            exit=exit_,
        )
        for number, (parent, child, spelled, opened, left, visited, entry, exit_) in enumerate(SHELTER, 6)
    ]


def row(case_id: int = 1, entry: int | None = 12, exit: int | None = 8, **more: Any) -> OutcomeRow:
    """A closed case about which nothing is unusual."""
    usual: dict[str, Any] = {
        "department_id": 1,
        "department": "Отдел помощи",
        "number": str(case_id),
        "opened_on": date(2024, 1, 1),
        "closed_on": date(2024, 12, 1),
        "has_items": True,
        "assessor_known": True,
        "entry_sections": 3,
        "exit_sections": 2,
        "solved": 4,
        "new": 0,
        "children": 1,
        "children_known": 1,
        "children_kept": 1,
    }
    return OutcomeRow(case_id=case_id, entry=entry, exit=exit, **usual | more)


def children_of(rows: Sequence[OutcomeRow]) -> list[ChildThen]:
    """Children as these rows count them: in each row others, so many at home, with relatives, elsewhere, unknown."""
    told = []
    for one in rows:
        elsewhere = one.children_known - one.children_kept - one.children_with_relatives
        homes = ["own_family"] * one.children_kept + ["relatives"] * one.children_with_relatives
        homes += ["institution"] * elsewhere + ["unknown"] * (one.children - one.children_known)
        told += [
            ChildThen(one.case_id, one.case_id * 1_000 + place, one.closed_on, Belonging.CHILD, home)
            for place, home in enumerate(homes)
        ]
    return told


def summarize_rows(
    rows: Sequence[OutcomeRow],
    *,
    name: str,
    layout: str = "support",
    others: Mapping[str, Sequence[OutcomeRow]] | None = None,
) -> ProgramOutcome:
    """The same from rows at hand, with the cases behind every finding."""
    beside = {other: tally(their_rows) for other, their_rows in (others or {}).items()}
    data = tally(rows, children_of(rows))
    return with_cases(summarize(data, name=name, layout=layout, rows=rows, others=beside), rows)
