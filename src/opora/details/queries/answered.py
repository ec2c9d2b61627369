"""The answers to an own field as rows of a statement, for whoever tells facts apart or narrows them by it (0038)."""

from typing import Final

from opora.fields.rules import UNKNOWN, About, OwnField

# By which column an answer knows whom it is about, and by which a fact does; a fact knows no single contact.
_ABOUT: Final = {
    About.CASE: ("of_case_id", "case_id"),
    About.FAMILY: ("family_id", "family_id"),
    About.PERSON: ("person_id", "person_id"),
}
# The newest answer by that day holds; of one given where the reader does not see, nothing is known.
# reads: cases_case, process_route
_ANSWERED: Final = """SELECT DISTINCT answer.about_id, chosen.code
          FROM (
            SELECT DISTINCT ON (given.{about}) given.{about} AS about_id, given.chosen, given.route_id, given.case_id
              FROM details_detail given
             WHERE given.field_id = {field} AND given."on" <= %(as_of)s AND given.{about} IS NOT NULL
             ORDER BY given.{about}, given.id DESC
          ) answer
          LEFT JOIN process_route way ON way.id = answer.route_id
          LEFT JOIN cases_case place ON place.id = COALESCE(answer.case_id, way.case_id)
         CROSS JOIN LATERAL unnest(answer.chosen) AS chosen(code)
         WHERE chosen.code <> '{unknown}' AND way.voided_on IS NULL AND place.voided_on IS NULL {in_reach}"""
_IN_REACH: Final = """AND (COALESCE(place.department_id, way.department_id) = ANY(%(own)s::bigint[])
               OR place.id = ANY(%(teams)s::bigint[]))"""


def answers_known(field: OwnField, *, is_narrowed: bool) -> str:
    """Of whom it is known what (`about_id`, `code`), one row for each of several answers; others are in no row.

    The values are named `as_of`, and `own` and `teams` where the reader's reach is narrowed.
    """
    return _ANSWERED.format(
        about=_ABOUT[field.about][0],
        field=f"{field.id:d}",
        unknown=UNKNOWN,
        in_reach=_IN_REACH if is_narrowed else "",
    )


def fact_key(field: OwnField) -> str:
    """The column by which a fact says whom it is about, as this field means it."""
    return _ABOUT[field.about][1]
