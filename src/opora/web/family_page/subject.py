"""Whose page it is, and for whom."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from opora.access.rules import Actor, Part, people_of
from opora.cases.policies import within
from opora.cases.queries import CaseFile, standing_file
from opora.process import queries as paths

if TYPE_CHECKING:
    from opora.cases.models import Case
    from opora.process.models import Route
    from opora.programs.models import Program


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose page it is and for whom: the path and the case as far as there are, and what this person may do."""

    actor: Actor
    route: "Route | None"
    case: "Case | None"
    file: CaseFile | None
    path: paths.RouteFile | None
    part: Part
    on: date

    @property
    def known_route(self) -> "Route":
        """The path, for what is asked only where there is one."""
        if self.route is None:
            raise LookupError("this case has no path")
        return self.route

    @property
    def known_case(self) -> "Case":
        """The case, for what is asked only where there is one."""
        if self.case is None:
            raise LookupError("this path has no case")
        return self.case

    @property
    def member(self) -> Part:
        """Who of this person and of those he or she stands in for works in the team of the case now."""
        return team_of(self.actor, self.file)

    def reaches(self, ability: str) -> bool:
        """Whether an ability of this person reaches the case; never where there is none."""
        case = self.case
        return case is not None and within(self.actor, ability, department_id=case.department_id, is_member=self.member)

    @property
    def case_id(self) -> int | None:
        """The case, for whoever may open its pages."""
        return self.known_case.pk if self.reaches("case.read") else None

    @property
    def family_id(self) -> int | None:
        """The family, while it is known."""
        return self.case.family_id if self.case is not None else self.known_route.family_id

    @property
    def program(self) -> "Program":
        """The program the family is in."""
        return self.case.program if self.case is not None else self.known_route.program

    @property
    def may_work(self) -> bool:
        """Whether this person may record things about the family now."""
        return self.path.may_work if self.path is not None else self.file is not None and self.file.may_follow_up

    @property
    def is_over(self) -> bool:
        """Whether the work has ended."""
        return self.case.closed_on is not None if self.case is not None else self.known_route.ended_on is not None


def team_of(actor: Actor, file: CaseFile | None) -> Part:
    """Who of a person and of those he or she stands in for works in the team of a case now."""
    return people_of(actor).intersection(one.user_id for one in file.present_team) if file is not None else False


def _part(actor: Actor, route: "Route | None", file: CaseFile | None) -> Part:
    """Who of them takes part in the path, or where there is none in the team of the case; nobody is asked."""
    team = {one.user_id for one in file.present_team} if file is not None else set()
    return people_of(actor) & team if route is None else paths.takes_part(actor=actor, route=route, team=team)


def subject_of(actor: Actor, route: "Route | None", case: "Case | None", on: date) -> Subject:
    """The path and the case already read for this person, with what was written on both."""
    file = None
    if case is not None:
        if route is not None:
            # The path was read with both; they are the same for its case.
            case.program, case.department = route.program, route.department
        file = standing_file(actor=actor, case=case)
    part = _part(actor, route, file)
    path = paths.file_of(actor=actor, route=route, part=part) if route is not None else None
    return Subject(actor, route, case, file, path, part, on)
