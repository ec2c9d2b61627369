"""The definition of a table: what somebody chose, kept as plain values, and what is wrong with a choice."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final

from opora.fields.rules import AS_DIMENSION, About
from opora.pivot.rules.dimensions import TIMES, Dimension
from opora.pivot.rules.periods import PERIODS
from opora.pivot.rules.subjects import SUBJECTS, Kind, Subject, dimensions_of

SHOWN: Final = ("number", "of_row", "of_column", "of_all")
SORTS: Final = ("", "most", "least", "name")
_MOST_FILTERS: Final = 200


class Problem(StrEnum):
    """What keeps a choice from being a table."""

    SUBJECT = "subject"
    ROWS = "rows"
    COLUMNS = "columns"
    SAME = "same"
    NO_DAY = "no_day"
    KIND = "kind"
    SHOWN = "shown"
    DAY = "day"
    PERIOD = "period"
    BACKWARDS = "backwards"
    FILTERS = "filters"
    SORT = "sort"


@dataclass(frozen=True, slots=True)
class Definition:
    """What is counted, told apart by what, of which days, shown how. `columns` may be empty: one figure a row.

    `own_fields` are those of the organization that its reader may see; they belong to the reader and are never kept.
    """

    subject: str
    rows: str
    columns: str = ""
    kind: str = ""
    shown: str = "number"
    day: str = ""
    period: str = "last_12"
    first: date | None = None
    last: date | None = None
    programs: tuple[int, ...] = ()
    departments: tuple[int, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = ""
    is_drawn: bool = False
    own_fields: Mapping[str, Dimension] = field(default_factory=dict, repr=False)

    @property
    def about(self) -> Subject:
        return SUBJECTS[self.subject]

    @property
    def figure(self) -> Kind:
        """The figure in its cells; the usual one of its subject where nobody chose one that it has."""
        return Kind(self.kind) if self.kind in self.about.kinds else self.about.kinds[0]

    @property
    def by_day(self) -> str:
        """The rule by which its period chooses."""
        return self.day or self.about.days[0]

    @property
    def turned(self) -> "Definition":
        """Rows as columns and columns as rows."""
        of = {"of_row": "of_column", "of_column": "of_row"}.get(self.shown, self.shown)
        return replace(self, rows=self.columns, columns=self.rows, shown=of)

    @property
    def known(self) -> dict[str, Dimension]:
        """By what its subject may be told apart, for its reader."""
        return self._known("")

    @property
    def known_by_day(self) -> dict[str, Dimension]:
        """The same, where the rule of its period leaves some of it out."""
        return self._known(self.by_day)

    @property
    def named_fields(self) -> list[str]:
        """The own fields it names, whether its reader may see them or not."""
        return [code for code in (self.rows, self.columns, *self.filters) if code.startswith(AS_DIMENSION)]

    def _known(self, day: str) -> dict[str, Dimension]:
        has_people = Kind.PEOPLE in self.about.kinds
        own = {
            code: one
            for code, one in self.own_fields.items()
            if has_people or (one.field is not None and one.field.about is not About.PERSON)
        }
        return dimensions_of(self.about, day) | own

    def to_data(self) -> dict[str, Any]:
        """As plain values, for keeping; what is usual is left out."""
        plain = {name: value for name, value in self._parts().items() if value or name in ("subject", "rows")}
        for name in ("first", "last"):
            if name in plain:
                plain[name] = plain[name].isoformat()
        for name in ("programs", "departments"):
            if name in plain:
                plain[name] = list(plain[name])
        if "filters" in plain:
            plain["filters"] = {name: list(codes) for name, codes in self.filters.items()}
        return plain

    def _parts(self) -> dict[str, Any]:
        return asdict(replace(self, own_fields={}))


def definition_from(data: Mapping[str, Any], own_fields: Mapping[str, Dimension] | None = None) -> Definition:
    """A definition out of plain values, for a reader of these own fields; what no version knows is passed over."""
    plain: dict[str, Any] = {
        one.name: data[one.name] for one in fields(Definition) if one.name in data and one.name != "own_fields"
    }
    for name in ("first", "last"):
        if plain.get(name):
            plain[name] = date.fromisoformat(plain[name])
    for name in ("programs", "departments"):
        plain[name] = tuple(plain.get(name, ()))
    plain["filters"] = {name: tuple(codes) for name, codes in plain.get("filters", {}).items()}
    return Definition(**plain, own_fields=own_fields or {})


def problems_of(one: Definition) -> dict[str, Problem]:
    """What is to be mended, by the part: all of it at once."""
    subject = SUBJECTS.get(one.subject)
    if subject is None:
        return {"subject": Problem.SUBJECT}
    found: dict[str, Problem] = {}
    if one.day and one.day not in subject.days:
        found["day"] = Problem.DAY
    known = one.known_by_day
    for part, code, problem in (("rows", one.rows, Problem.ROWS), ("columns", one.columns, Problem.COLUMNS)):
        if code not in known and (code or part == "rows"):
            lasts = code in TIMES and one.by_day == subject.lasting
            found[part] = Problem.NO_DAY if lasts else problem
    if one.columns and one.columns == one.rows:
        found["columns"] = Problem.SAME
    if one.kind and one.kind not in subject.kinds:
        found["kind"] = Problem.KIND
    elif one.shown not in SHOWN or (one.shown != "number" and one.figure in (Kind.SHARE, Kind.MEDIAN)):
        found["shown"] = Problem.SHOWN
    if one.period not in PERIODS:
        found["period"] = Problem.PERIOD
    elif one.period == "days" and one.first and one.last and one.last < one.first:
        found["period"] = Problem.BACKWARDS
    all_of_them = one.known
    if any(name not in all_of_them or len(codes) > _MOST_FILTERS for name, codes in one.filters.items()):
        found["filters"] = Problem.FILTERS
    if one.sort not in SORTS:
        found["sort"] = Problem.SORT
    return found
