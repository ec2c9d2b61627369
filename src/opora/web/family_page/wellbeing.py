"""The assessment on the page of a family: each section at entry and now, and what is to be measured next."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from opora.assessments.queries import Assessment, Comparison, SectionRow, comparison_of, forms_of
from opora.pictures.sections import section_line
from opora.web.family_page.subject import Subject

_LEAST = 6


@dataclass(frozen=True, slots=True)
class SectionLine:
    """A section: its words, its drawing, and the change (plus is better; None while it was measured once)."""

    title: str
    drawing: SafeString
    change: int | None


@dataclass(frozen=True, slots=True)
class Wellbeing:
    """What was measured of a case, and the forms that wait for approval; `strong` are sections without a weak side."""

    found: Comparison | None
    lines: list[SectionLine]
    strong: list[str]
    waiting: list[Assessment]
    has_entry: bool

    @property
    def fewer(self) -> int | None:
        """How many weak sides fewer than at entry; less than nothing where there are more."""
        return self.found.total_change if self.found is not None else None

    @property
    def more(self) -> int | None:
        """How many weak sides more than at entry."""
        return None if self.fewer is None else -self.fewer


def wellbeing_of(subject: Subject) -> Wellbeing:
    """The assessments of a case this person may see."""
    forms = forms_of(subject.known_case.pk)
    found = comparison_of(forms)
    language = "en" if (get_language() or "ru").startswith("en") else "ru"
    weak = [row for row in found.sections if row.entry or row.exit] if found is not None else []
    return Wellbeing(
        found=found,
        lines=_lines(found, weak, language) if found is not None else [],
        strong=[row.title.say(language) for row in found.sections if row not in weak] if found is not None else [],
        waiting=[one for one in forms if one.is_waiting],
        has_entry=any(one.point == "entry" for one in forms),
    )


def _lines(found: Comparison, rows: list[SectionRow], language: str) -> list[SectionLine]:
    """The sections of the form; none where only totals came from a registry."""
    is_again = found.change is not None
    numbers = [value for row in rows for value in (row.entry, row.exit if is_again else 0)]
    top = max([_LEAST, *numbers]) + 1
    return [
        SectionLine(
            row.title.say(language),
            SafeString(  # numbers, and a quoted sentence of our own
                section_line(
                    entry=row.entry,
                    now=row.exit if is_again else None,
                    top=top,
                    said=_said(row.entry, row.exit if is_again else None),
                )
            ),
            row.entry - row.exit if is_again else None,
        )
        for row in rows
    ]


def _said(entry: int, now: int | None) -> str:
    if now is None:
        return _("at entry %(entry)s") % {"entry": entry}
    return _("at entry %(entry)s, now %(now)s") % {"entry": entry, "now": now}
