"""What moved since the work began: the figures by which the change in a life is told in one line."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from opora.circumstances.queries import Circumstances, Thread
from opora.circumstances.rules import Entry, has_stable_income, housing_moves, moved_forward, skills_gained, value_on


def moves_of(found: Circumstances, *, since: date, on: date) -> list[tuple[str, str]]:
    """A short line for each thing that moved, with what it is called; nothing where nothing can be compared."""
    lines: list[tuple[str, str]] = []
    for thread in found.threads:
        code = thread.kind.code
        if code == "housing" and (moves := housing_moves(thread.history, since, on)):
            lines.append((thread.label, _housing("permanent" in moves)))
        elif code == "stage_of_change" and (steps := moved_forward(thread.kind, thread.history, since, on)):
            lines.append((thread.label, _steps(steps)))
        elif code == "emotional" and thread.is_steady is not None:
            lines.append((thread.label, _steady(thread.is_steady)))
    if (stable := _income(found.threads, on)) is not None:
        said = pgettext("income", "there is one") if stable else pgettext("income", "there is none")
        lines.append((pgettext("circumstances", "Steady source of income"), said))
    gained = skills_gained(_skills(found.threads), since, on)
    if gained.skills or gained.alone:
        lines.append((pgettext("circumstances", "Skills"), _gained(gained.skills, gained.levels, gained.alone)))
    return lines


def _housing(is_permanent: bool) -> str:
    if is_permanent:
        return pgettext("housing move", "the family found a home to stay")
    return pgettext("housing move", "the family found a home for a while")


def _steps(steps: int) -> str:
    if steps < 0:
        return ngettext("%(n)s stage back", "%(n)s stages back", -steps) % {"n": -steps}
    return ngettext("%(n)s stage forward", "%(n)s stages forward", steps) % {"n": steps}


def _steady(is_steady: bool) -> str:
    if is_steady:
        return pgettext("emotional state", "steady: never worse than the time before")
    return pgettext("emotional state", "not steady yet: it was worse at times")


def _income(threads: tuple[Thread, ...], on: date) -> bool | None:
    """Of the parents one with a steady source is enough; None while nothing is known of any."""
    known = [
        stable
        for thread in threads
        if thread.kind.code == "employment"
        and (stable := has_stable_income(_word(value_on(thread.history, on)))) is not None
    ]
    return any(known) if known else None


def _word(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _skills(threads: tuple[Thread, ...]) -> dict[str, list[Entry]]:
    return {f"{one.item}:{one.person_id}": one.history for one in threads if one.kind.code == "skill"}


def _gained(skills: int, levels: int, alone: int) -> str:
    own = ngettext("%(n)s done alone", "%(n)s done alone", alone) % {"n": alone}
    if not skills:
        return own
    better = ngettext("%(n)s skill better", "%(n)s skills better", skills) % {"n": skills}
    steps = ngettext("by %(n)s level together", "by %(n)s levels together", levels) % {"n": levels}
    return _("%(better)s %(steps)s, %(own)s") % {"better": better, "steps": steps, "own": own}
