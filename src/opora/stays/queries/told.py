"""What stands in a record of a stay, in words: kept when the record is put right or taken back."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.cases.models import Stay
from opora.common.dates import show_day
from opora.stays.models import (
    Admission,
    BedUse,
    Departure,
    ExitDay,
    ExitIssue,
    ExtensionAsk,
    NightAway,
    Readiness,
    RoutineMark,
    SkillLevel,
    SkillLine,
)


def told_admission(admission: Admission) -> str:
    """Why, until when, and who slept where at first."""
    stay = admission.stay
    until = stay.planned_until if stay is not None else admission.expected_until
    left_on = stay.left_on if stay is not None else None
    return _joined(
        str(admission.get_reason_display()),
        _("agreed until %(day)s") % {"day": show_day(until)} if until is not None else "",
        _("left on %(day)s") % {"day": show_day(left_on)} if left_on is not None else "",
        *(
            f"{one.person.known_code}: {told_bed(min(one.uses.all(), key=_began, default=None))}"
            for one in admission.lodgers.select_related("person__merged_into").prefetch_related("uses__bed__room")
        ),
        admission.over_capacity_text,
        admission.reason_note_text,
    )


def told_stay(stay: Stay) -> str:
    """Until when a stay without beds was agreed, how long it lasted and why longer."""
    return _joined(
        _("agreed until %(day)s") % {"day": show_day(stay.planned_until)} if stay.planned_until is not None else "",
        _("left on %(day)s") % {"day": show_day(stay.left_on)} if stay.left_on is not None else "",
        *(f"{show_day(one.new_until)}: {one.reason_text}" for one in stay.extensions.all()),
    )


def told_bed(use: BedUse | None) -> str:
    """Where somebody sleeps."""
    if use is None:
        return _("with the mother")
    if use.bed is None:
        return _("extra place")
    return f"{use.bed.room.name}, {use.bed.get_kind_display()} {use.bed.name}"


def told_away(night: NightAway) -> str:
    return _joined(
        night.lodger.person.known_code, _("back on %(day)s") % {"day": show_day(night.back_on)}, night.note_text
    )


def told_ask(ask: ExtensionAsk) -> str:
    until = _("until %(day)s") % {"day": show_day(ask.until)}
    return _joined(f"{until}, {ask.get_state_display()}", ask.reason_text, ask.refusal_text)


def told_exit_day(agreed: ExitDay) -> str:
    return _joined(show_day(agreed.exit_on), _("agreed with the family") if agreed.with_family else "")


def told_issue(issue: ExitIssue) -> str:
    due = _("by %(day)s") % {"day": show_day(issue.due_on)} if issue.due_on is not None else ""
    return _joined(issue.title_text, str(issue.get_whose_display()), due)


def told_departure(gone: Departure) -> str:
    helped = {True: _("help goes on"), False: _("help has ended")}
    return _joined(
        str(gone.get_destination_display()),
        str(gone.get_children_display()),
        helped[gone.is_supported] if gone.is_supported is not None else "",
        gone.with_whom_text,
        gone.note_text,
    )


def told_mark(mark: RoutineMark) -> str:
    return _joined(str(mark.get_mark_display()), mark.note_text)


def told_readiness(ready: Readiness) -> str:
    state = pgettext("readiness", "done") if ready.is_done else pgettext("readiness", "under way")
    return _joined(f"{ready.get_kind_display()}: {state}", ready.note_text)


def told_skill(line: SkillLine) -> str:
    lessons: list[tuple[Any, date | None]] = [
        (_("lesson planned for %(day)s"), line.planned_on),
        (_("lesson held on %(day)s"), line.held_on),
    ]
    days = [words % {"day": show_day(day)} for words, day in lessons if day is not None]
    return _joined(f"{line.get_skill_display()}, {line.person.known_code}", *days, line.trainer_text)


def told_level(level: SkillLevel) -> str:
    return f"{level.line.get_skill_display()}, {level.get_point_display()}: {level.get_level_display()}"


def _joined(*parts: str) -> str:
    return "; ".join(_filled(parts))


def _filled(parts: Iterable[str]) -> list[str]:
    return [part.strip() for part in parts if part.strip()]


def _began(use: BedUse) -> tuple[date, int]:
    return use.from_on, use.pk
