"""Services that were held, as the chain counts them: of a case, or of a path before a case was opened."""

from typing import Any, Final

from opora.cases.queries.reach import Reach, within_reach

# reads: cases_case, catalogue_service, process_route, services_provision
HELD: Final = """
SELECT service.code, COALESCE(told.family_id, route.family_id) AS family_id, told.id AS case_id, given."on"
  FROM services_provision given
  JOIN catalogue_service service ON service.id = given.service_id AND service.practice = %(practice)s
  LEFT JOIN process_route route ON route.id = given.route_id
  LEFT JOIN cases_case told ON told.id = COALESCE(given.case_id, route.case_id)
 WHERE given.state = 'held' AND given.voided_on IS NULL AND route.voided_on IS NULL AND told.voided_on IS NULL {within}
"""


def narrowed(
    reach: Reach, values: dict[str, Any], *, program_id: int | None = None, family_id: int | None = None
) -> str:
    """Of the cases and paths within reach, and of one program or family where it is asked for; begins with AND."""
    wanted = within_reach(reach, values, department="COALESCE(told.department_id, route.department_id)", case="told.id")
    for name, one in (("program", program_id), ("family", family_id)):
        if one is not None:
            values[name] = one
            wanted.append(f"COALESCE(told.{name}_id, route.{name}_id) = %({name})s")
    return "".join(f" AND {one}" for one in wanted)
