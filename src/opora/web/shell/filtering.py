"""Which fields of a list's filters stand open on a telephone, and which fold away there."""

from dataclasses import dataclass

from django.forms import BaseForm, BoundField

FEW = 2
"""So many fields are not worth a fold."""


@dataclass(frozen=True, slots=True)
class Filters:
    """The fields in their order: those always seen, those that fold, and how many of these narrow the list now."""

    seen: list[BoundField]
    folded: list[BoundField]
    chosen: int


def laid_apart(form: BaseForm) -> Filters:
    """The first field and what looks like one divided button after it stay; a few more are not folded."""
    fields = list(form)
    lead = 1
    while lead < len(fields) and (fields[lead].is_hidden or getattr(fields[lead].field.widget, "is_segmented", False)):
        lead += 1
    seen, folded = fields[:lead], fields[lead:]
    if len(folded) <= FEW:
        return Filters(fields, [], 0)
    return Filters(seen, folded, sum(_narrows(one) for one in folded))


def _narrows(field: BoundField) -> bool:
    """Whether something is chosen here that was not there from the beginning."""
    value = field.value()
    return bool(value) and str(value) != str(field.initial if field.initial is not None else "")
