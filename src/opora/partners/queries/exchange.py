"""What an archive of another directory would change here, row by row, before anything is changed."""

from dataclasses import asdict, dataclass
from datetime import date

from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.common.errors import Invalid
from opora.partners import policies
from opora.partners.hsds import Entry, Row, read
from opora.partners.models import Partner
from opora.partners.tables import Unreadable

NEW, CHANGED, SAME, WRONG = "new", "changed", "same", "wrong"
FIELDS = tuple(Entry.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the archive: what would become of it, and which fields change or are wrong, in words."""

    number: int
    name: str
    outcome: str
    fields: tuple[str, ...]
    partner_id: int | None = None
    entry: Entry | None = None


def preview(*, actor: Actor, data: bytes, on: date) -> list[Line]:
    """Every row with what would become of it; Invalid for a file that is no such archive (S4-28)."""
    policies.check_can_change(actor)
    try:
        rows = read(data, Partner.Kind.values)
    except Unreadable as fault:
        if fault.table:
            sentence = _("The table %(table)s.csv is missing, empty, or has no columns “id” and “name”.")
            raise Invalid({"file": sentence % {"table": fault.table}}) from None
        raise Invalid({"file": _("This is no archive (.zip) of HSDS tables.")}) from None
    known = {(one.name.lower(), one.area.lower()): one for one in Partner.objects.all()}
    return [_line(row, known, on) for row in rows]


def entries() -> list[Entry]:
    """The whole directory, as it is written for others: without ratings."""
    found = Partner.objects.order_by("name", "pk")
    return [Entry(**{name: getattr(one, name) for name in FIELDS}) for one in found]


def _line(row: Row, known: dict[tuple[str, str], Partner], on: date) -> Line:
    entry = row.entry
    if entry is None:
        return Line(row.number, row.name, WRONG, tuple(_word(name) for name in row.wrong))
    if entry.checked_on is not None and entry.checked_on > on:
        return Line(row.number, row.name, WRONG, (_word("checked_on"),))
    partner = known.get((entry.name.lower(), entry.area.lower()))
    if partner is None:
        return Line(row.number, row.name, NEW, (), None, entry)
    changed = tuple(_word(name) for name, value in asdict(entry).items() if getattr(partner, name) != value)
    return Line(row.number, row.name, CHANGED if changed else SAME, changed, partner.pk, entry)


def _word(name: str) -> str:
    return str(Partner._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
