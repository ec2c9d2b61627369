"""What changed in a family: by section, by item, and the same on items that were rated both times."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from opora.access.rules import Actor
from opora.assessments.models import Assessment
from opora.assessments.rules import ENTRY, EXIT
from opora.cases.queries import get_case
from opora.common.asked_often import asked_often
from opora.common.bilingual import Text
from opora.instruments.queries import definition_of
from opora.instruments.rules import Change, Definition, Item, compare


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section at both times; None where the form has no items there (totals from the registry)."""

    code: str
    title: Text
    entry: int
    exit: int
    change_on_both: int
    rated_both: int


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item whose weakness changed or stayed."""

    code: str
    text: Text
    section: Text
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two assessments of a case: the entry and the last one that can be compared with it.

    `later` is the last approved exit; before there is one, the last approved assessment of any kind, so that the
    case file shows the way so far. Without items (`change` is None) only the totals can be compared.
    """

    entry: Assessment
    later: Assessment | None
    definition: Definition | None
    change: Change | None
    sections: tuple[SectionRow, ...] = ()
    solved: tuple[ItemChange, ...] = ()
    still: tuple[ItemChange, ...] = ()
    new: tuple[ItemChange, ...] = ()
    first_seen: tuple[ItemChange, ...] = ()
    out_of_sight: tuple[ItemChange, ...] = ()

    @property
    def total_change(self) -> int | None:
        """D = S(entry) − S(later), positive is better; None while there is nothing to compare with."""
        return self.entry.weak - self.later.weak if self.later else None

    @property
    def has_exit(self) -> bool:
        return self.later is not None and self.later.point == EXIT


def comparison(*, actor: Actor, case_id: int) -> Comparison | None:
    """The first approved entry with the last approved exit of the same form; None without an approved entry."""
    get_case(actor=actor, case_id=case_id)
    return comparison_of(forms_of(case_id))


def forms_of(case_id: int) -> list[Assessment]:
    """The forms that stand in a case read for the person already, from the first to the last, without answers."""
    return _forms(case_id=case_id)


@asked_often
def _forms(*, case_id: int) -> QuerySet[Assessment]:
    found = Assessment.objects.filter(case_id=case_id).exclude(status=Assessment.Status.REPLACED)
    # The text of a form is long; it is read once and kept in memory by its fingerprint.
    found = found.select_related("version").defer("answers", "comments", "version__definition")
    return found.order_by("on", "id")


def comparison_of(forms: list[Assessment]) -> Comparison | None:
    """The same for the forms of a case read already."""
    approved = [one for one in forms if one.is_approved]
    entry, later = _pair(approved)
    if entry is None:
        return None
    definition = _definition(entry, later)
    if definition is None or entry.ratings is None:
        return Comparison(entry, later, None, None)
    if later is None or later.ratings is None:
        return Comparison(entry, later, definition, None, sections=_entry_only(definition, entry))
    change = compare(definition, entry.ratings, later.ratings)
    return Comparison(
        entry=entry,
        later=later,
        definition=definition,
        change=change,
        sections=tuple(
            SectionRow(row.code, section.title, row.entry, row.exit, row.change_on_both, row.rated_both)
            for section, row in zip(definition.sections, change.sections, strict=True)
        ),
        **{
            name: _items(definition, getattr(change, name), entry.ratings, later.ratings)
            for name in ("solved", "still", "new", "first_seen", "out_of_sight")
        },
    )


@dataclass(frozen=True, slots=True)
class SincePrevious:
    """What changed since the assessment before: `fewer` weak sides (negative: more), solved and new ones by item."""

    previous: Assessment
    fewer: int
    solved: tuple[ItemChange, ...] = ()
    new: tuple[ItemChange, ...] = ()


def since_previous(assessment: Assessment) -> SincePrevious | None:
    """An assessment beside the one before it by the same form (S4-18); None for the first. It was read for somebody."""
    earlier = Assessment.objects.filter(
        Q(on__lt=assessment.on) | Q(on=assessment.on, pk__lt=assessment.pk),
        case_id=assessment.case_id,
        instrument_code=assessment.instrument_code,
        status__in=(Assessment.Status.SUBMITTED, Assessment.Status.APPROVED),
    )
    previous = (
        earlier.exclude(pk=assessment.replaces_id or 0).defer("answers", "comments").order_by("-on", "-id").first()
    )
    if previous is None:
        return None
    fewer = previous.weak - assessment.weak
    definition = _definition(previous, assessment)
    if definition is None or previous.ratings is None or assessment.ratings is None:
        return SincePrevious(previous, fewer)
    change = compare(definition, previous.ratings, assessment.ratings)
    return SincePrevious(
        previous,
        fewer,
        solved=_items(definition, change.solved, previous.ratings, assessment.ratings),
        new=_items(definition, change.new, previous.ratings, assessment.ratings),
    )


def _pair(approved: list[Assessment]) -> tuple[Assessment | None, Assessment | None]:
    """S3-73: first entry, last exit of the same form; until then the last assessment after the entry."""
    entry = next((one for one in approved if one.point == ENTRY), None)
    if entry is None:
        return None, None
    same = [one for one in approved if one.instrument_code == entry.instrument_code and one.pk != entry.pk]
    exits = [one for one in same if one.point == EXIT]
    later = exits or [one for one in same if one.point != ENTRY]
    return entry, later[-1] if later else None


def _definition(entry: Assessment, later: Assessment | None) -> Definition | None:
    """The form to read both by: the later of the two versions, for positions only ever grow."""
    versions = [one.version for one in (entry, later) if one is not None and one.version is not None]
    return definition_of(max(versions, key=lambda version: version.number)) if versions else None


def _entry_only(definition: Definition, entry: Assessment) -> tuple[SectionRow, ...]:
    weak = entry.weak_by_section or []
    return tuple(
        SectionRow(section.code, section.title, count, count, 0, 0)
        for section, count in zip(definition.sections, weak, strict=False)
    )


def _items(
    definition: Definition, codes: tuple[str, ...], before: list[int | None], after: list[int | None]
) -> tuple[ItemChange, ...]:
    def at(ratings: list[int | None], item: Item) -> int | None:
        return ratings[item.position] if item.position < len(ratings) else None

    return tuple(
        ItemChange(
            code,
            (item := definition.by_code[code]).text,
            definition.sections[definition.section_of[code]].title,
            at(before, item),
            at(after, item),
        )
        for code in codes
    )
