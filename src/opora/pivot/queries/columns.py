"""The shared dimensions in SQL: what each reads, and by which joins it gets there from the case of a fact."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from opora.details.queries import answers_known, fact_key
from opora.fields.rules import OwnField
from opora.pivot.rules import Dimension


@dataclass(frozen=True, slots=True)
class Column:
    """An expression, and the joins it needs by name."""

    reads: str
    joins: tuple[str, ...] = ()
    # Of what stands in several groups: whether a case is joined to each of them once.
    each_once: bool = False
    # A join of its own, beside those that have a name.
    brings: str = ""


# reads: cases_case, catalogue_service, process_route, services_provision
_RECEIVED: Final = """LEFT JOIN (
        SELECT DISTINCT COALESCE(given.case_id, route.case_id) AS case_id, {what} AS what
          FROM services_provision given
          LEFT JOIN process_route route ON route.id = given.route_id
          LEFT JOIN cases_case whose ON whose.id = COALESCE(given.case_id, route.case_id)
          JOIN catalogue_service service ON service.id = given.service_id
         WHERE given.state = 'held' AND given.voided_on IS NULL AND route.voided_on IS NULL
           AND given."on" <= LEAST(COALESCE(whose.closed_on, %(as_of)s::date), %(as_of)s::date)
       ) {name} ON {name}.case_id = facts.case_id"""
# In the order in which they may stand: a join knows those before it.
# reads: assessments_assessment, cases_casechild, cases_closing, cases_stay, cases_teammember
# reads: evidence_casefact, families_familymember, instruments_instrument
# reads: instruments_instrumentversion, intake_referral
JOINS: Final[Mapping[str, str]] = {
    "fact": "LEFT JOIN evidence_casefact fact ON fact.case_id = facts.case_id",
    "came": "LEFT JOIN process_route came ON came.case_id = facts.case_id AND came.voided_on IS NULL",
    "signal": "LEFT JOIN intake_referral signal ON signal.route_id = COALESCE(facts.route_id, came.id)",
    "closing": """LEFT JOIN cases_closing closing ON closing.case_id = facts.case_id AND closing.reopened_on IS NULL
       AND closing."on" <= %(as_of)s""",
    # Who took the case over by that day and was the last to do so; on the day of closing it is still that colleague.
    "manager": """LEFT JOIN LATERAL (
        SELECT team.user_id FROM cases_teammember team
         WHERE team.case_id = facts.case_id AND team.part = 'case_manager' AND team.from_on <= facts."on"
         ORDER BY team.from_on DESC, team.id DESC LIMIT 1
       ) manager ON TRUE""",
    "form": "LEFT JOIN assessments_assessment form ON form.id = fact.entry_id",
    "kid": "LEFT JOIN cases_casechild kid ON kid.case_id = facts.case_id",
    "kids": """LEFT JOIN (
        SELECT case_id, COUNT(*) AS n FROM cases_casechild GROUP BY case_id
       ) kids ON kids.case_id = facts.case_id""",
    "adults": """LEFT JOIN LATERAL (
        SELECT bool_or(member.role = 'mother') AS mother, bool_or(member.role = 'father') AS father,
               bool_or(member.role = 'guardian') AS guardian, bool_or(member.role = 'caregiver') AS caregiver
          FROM families_familymember member
         WHERE member.family_id = facts.family_id AND member.ended NOT IN ('mistake', 'unborn')
           AND (member.from_on IS NULL OR member.from_on <= facts."on")
           AND (member.to_on IS NULL OR member.to_on > facts."on")
       ) adults ON TRUE""",
    "stayed": """LEFT JOIN (
        SELECT DISTINCT stay.case_id FROM cases_stay stay WHERE stay.from_on <= %(as_of)s
       ) stayed ON stayed.case_id = facts.case_id""",
    "directions": _RECEIVED.format(what="service.direction_id", name="directions"),
    "received": _RECEIVED.format(what="given.service_id", name="received"),
    "weak": """LEFT JOIN (
        SELECT seen.case_id, named.form || ':' || rating.place AS item, named.form || ':' || named.section AS section
          FROM evidence_casefact seen
          JOIN assessments_assessment entry ON entry.id = seen.entry_id AND entry.ratings IS NOT NULL
         CROSS JOIN LATERAL unnest(entry.ratings) WITH ORDINALITY AS rating(level, place)
          JOIN (
            SELECT version.id, form.code AS form, (item ->> 'position')::int + 1 AS place,
                   section ->> 'code' AS section, (version.definition -> 'scale' ->> 'weak_from')::smallint AS weak_from
              FROM instruments_instrumentversion version
              JOIN instruments_instrument form ON form.id = version.instrument_id
             CROSS JOIN LATERAL jsonb_array_elements(version.definition -> 'sections') section
             CROSS JOIN LATERAL jsonb_array_elements(section -> 'items') item
            OFFSET 0
          ) named ON named.id = entry.version_id AND named.place = rating.place
         WHERE rating.level >= named.weak_from
       ) weak ON weak.case_id = facts.case_id""",
}
_AGES: Final = """CASE WHEN {years} < 3 THEN '0-2' WHEN {years} < 7 THEN '3-6' WHEN {years} < 12 THEN '7-11'
    WHEN {years} < 16 THEN '12-15' WHEN {years} < 18 THEN '16-17' WHEN {years} >= 18 THEN '18+' END"""
_SHARED: Final[Mapping[str, Column]] = {
    "program": Column("facts.program_id::text"),
    "department": Column("facts.department_id::text"),
    "month": Column("to_char(facts.\"on\", 'YYYY-MM')"),
    "quarter": Column("to_char(facts.\"on\", 'YYYY-Q')"),
    "year": Column("to_char(facts.\"on\", 'YYYY')"),
    "manager": Column("manager.user_id::text", ("manager",)),
    "channel": Column("NULLIF(signal.channel, '')", ("came", "signal")),
    "source": Column("NULLIF(NULLIF(signal.source, ''), 'unknown')", ("came", "signal")),
    "reason": Column("NULLIF(closing.reason, 'not_recorded')", ("closing",)),
    "outcome": Column(
        """CASE WHEN facts.case_id IS NULL THEN NULL
           WHEN fact.closed_on IS NULL OR fact.closed_on > %(as_of)s THEN 'open'
           WHEN fact.change > 0 THEN 'better' WHEN fact.change = 0 THEN 'same' WHEN fact.change < 0 THEN 'worse' END""",
        ("fact",),
    ),
    "child_age": Column(_AGES.format(years="(form.ages ->> kid.person_id::text)::numeric"), ("fact", "form", "kid")),
    "children": Column(
        """CASE WHEN facts.case_id IS NULL THEN NULL WHEN kids.n >= 3 THEN '3+' ELSE COALESCE(kids.n, 0)::text END""",
        ("kids",),
    ),
    "household": Column(
        """CASE WHEN adults.mother AND adults.father THEN 'both' WHEN adults.mother THEN 'mother'
           WHEN adults.father THEN 'father' WHEN adults.guardian THEN 'guardian'
           WHEN adults.caregiver THEN 'parent' END""",
        ("adults",),
    ),
    "palliative": Column("CASE fact.is_palliative WHEN TRUE THEN 'yes' WHEN FALSE THEN 'no' END", ("fact",)),
    "lived": Column(
        "CASE WHEN facts.case_id IS NULL THEN NULL WHEN stayed.case_id IS NULL THEN 'no' ELSE 'yes' END", ("stayed",)
    ),
    "received_direction": Column("directions.what::text", ("directions",), each_once=True),
    "received_service": Column("received.what::text", ("received",), each_once=True),
    "weak_section": Column("weak.section", ("weak",)),
    "weak_item": Column("weak.item", ("weak",), each_once=True),
}
_OWN_AGE: Final = Column(_AGES.format(years="facts.years"))


def column_of(dimension: Dimension, own: frozenset[str], *, is_narrowed: bool = False) -> Column:
    """How a dimension is read: of the subject itself, of the case behind its facts, or in the answers of families."""
    if dimension.field is not None:
        return _answered(dimension.field, is_narrowed=is_narrowed)
    if dimension.code not in own:
        return _SHARED[dimension.code]
    return _OWN_AGE if dimension.words == "ages" else Column(f"facts.own_{dimension.code}")


def joined(columns: list[Column]) -> str:
    """The joins that these columns need, each once."""
    wanted = {name for column in columns for name in column.joins}
    named = [sentence for name, sentence in JOINS.items() if name in wanted]
    return "\n       ".join([*named, *(column.brings for column in columns if column.brings)])


def _answered(field: OwnField, *, is_narrowed: bool) -> Column:
    name = f"answered_{field.id:d}"
    answers = answers_known(field, is_narrowed=is_narrowed)
    brings = f"LEFT JOIN ({answers}) {name} ON {name}.about_id = facts.{fact_key(field)}"
    return Column(f"{name}.code", each_once=True, brings=brings)
