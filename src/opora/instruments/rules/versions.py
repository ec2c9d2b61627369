"""May a new version of a form follow the old ones? Answers of all versions must stay comparable.

A code is a meaning and a position a place in stored ratings; both are for ever. Wording may change.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from opora.common.findings import Finding, Place
from opora.common.findings import mark as _
from opora.common.toml_text import Notes
from opora.instruments.rules.definition import Definition, Item

SAME_MEANING = 0.35  # below this share of common wording a text is taken for another question


@dataclass(frozen=True, slots=True)
class Difference:
    """What a reader should know about a new version: item codes by kind of change."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    reworded: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.reworded)


def difference(old: Definition, new: Definition) -> Difference:
    """Items added, removed and reworded between two versions, in the order of the form."""
    return Difference(
        added=tuple(item.code for item in new.items if item.code not in old.by_code),
        removed=tuple(item.code for item in old.items if item.code not in new.by_code),
        reworded=tuple(
            item.code for item in new.items if item.code in old.by_code and old.by_code[item.code].text != item.text
        ),
    )


def compare_versions(
    published: Sequence[Definition], new: Definition, file: str = "instrument.toml", source: str = ""
) -> list[Finding]:
    """Everything that forbids `new` to follow the `published` versions (oldest first) of the same form."""
    notes = Notes(file, source)
    if published:
        last = published[-1]
        _check_number(last, new, notes)
        _check_scale(last, new, notes)
        _check_section_order(last, new, notes)
        for item in new.items:
            _check_item(published, new, item, notes)
        _check_taken_positions(published, new, notes)
    return notes.findings


def _check_number(last: Definition, new: Definition, notes: Notes) -> None:
    if new.version <= last.version:
        notes.add(
            Place(_("head of the form")),
            _("Version %(last)s is already published and cannot change; the file says version %(new)s."),
            _("Write version = %(next)s."),
            last=last.version,
            new=new.version,
            next=last.version + 1,
        )


def _check_scale(last: Definition, new: Definition, notes: Notes) -> None:
    old_scale, scale = last.scale, new.scale
    if (old_scale.values, old_scale.weak_from, old_scale.critical_from) != (
        scale.values,
        scale.weak_from,
        scale.critical_from,
    ):
        notes.add(
            Place(_("scale")),
            _("The scale differs from version %(last)s: its values or the border of a weak side changed."),
            _("Restore the scale, or give the form a new code: ratings on two scales cannot be compared."),
            last=last.version,
        )
    if last.scoring != new.scoring:
        notes.add(
            Place(_("head of the form")),
            _("The scoring rule was “%(old)s” and is now “%(new)s”."),
            _("Restore it, or give the form a new code: the two numbers cannot be compared."),
            old=last.scoring,
            new=new.scoring,
        )


def _check_section_order(last: Definition, new: Definition, notes: Notes) -> None:
    old_codes = [section.code for section in last.sections]
    codes = [section.code for section in new.sections]
    if codes[: len(old_codes)] != old_codes:
        notes.add(
            Place(_("head of the form")),
            _("The sections were %(old)s and are now %(new)s."),
            _("Keep the old sections in their order and add new ones at the end."),
            old=", ".join(old_codes),
            new=", ".join(codes),
        )


def _check_item(published: Sequence[Definition], new: Definition, item: Item, notes: Notes) -> None:
    place, line = Place(_("item %(name)s"), item.code), notes.line_of("code", item.code)
    before = next((old for old in reversed(published) if item.code in old.by_code), None)
    if before is None:
        return
    old = before.by_code[item.code]
    if before is not published[-1]:
        notes.add(
            place,
            _("The code was used in version %(version)s and then taken out."),
            _('Give the item a new code and write replaces = "%(code)s" if it continues the old one.'),
            line=line,
            version=before.version,
            code=item.code,
        )
        return
    old_section = before.sections[before.section_of[item.code]].code
    section = new.sections[new.section_of[item.code]].code
    if old_section != section:
        notes.add(
            place,
            _("The item moved from section %(old)s to section %(new)s."),
            _("Put it back, or give it a new code in the new section."),
            line=line,
            old=old_section,
            new=section,
        )
    if old.position != item.position:
        notes.add(
            place,
            _("The item's position was %(old)s and is now %(new)s."),
            _("Write position = %(old)s: ratings are stored by position. A new item takes the next free one."),
            line=line,
            old=old.position,
            new=item.position,
        )
    _check_meaning(before, item, place, line, notes)


def _check_meaning(last: Definition, item: Item, place: Place, line: int | None, notes: Notes) -> None:
    old = last.by_code[item.code]
    if old.level != item.level:
        notes.add(
            place,
            _("The item rated “%(old)s” and now rates “%(new)s”."),
            _("Restore the level, or give the item a new code."),
            line=line,
            old=old.level,
            new=item.level,
        )
    if old.is_reversed != item.is_reversed:
        notes.add(
            place,
            _("The item is counted from the other end of the scale than in version %(last)s."),
            _("Restore “reversed” as it was, or give the item a new code: its ratings cannot be compared."),
            line=line,
            last=last.version,
        )
    likeness = difflib.SequenceMatcher(None, old.text.ru.casefold(), item.text.ru.casefold()).ratio()
    if likeness < SAME_MEANING and not item.reworded:
        notes.add(
            place,
            _("The code was re-used for other words: it was “%(old)s”, it is now “%(new)s”."),
            _("A new meaning needs a new code. If only the wording changed, write reworded = true."),
            line=line,
            old=old.text.ru,
            new=item.text.ru,
        )


def _check_taken_positions(published: Sequence[Definition], new: Definition, notes: Notes) -> None:
    owners = {item.position: item.code for old in published for item in old.items}
    free = max(owners, default=-1) + 1
    for item in new.items:
        owner = owners.get(item.position, item.code)
        known = any(item.code in old.by_code for old in published)
        if owner != item.code and not known:
            notes.add(
                Place(_("item %(name)s"), item.code),
                _("Position %(position)s belongs to the item %(owner)s."),
                _("Write position = %(free)s, the next free one."),
                line=notes.line_of("code", item.code),
                position=item.position,
                owner=owner,
                free=free,
            )
