"""Show where a family's path stands, and every step: possible now, or with all the reasons why not."""

import argparse
import json
from typing import TYPE_CHECKING, Any

from opora.config.terminal import words as _

if TYPE_CHECKING:
    from opora.access.rules import Actor
    from opora.process.queries import RouteFile

NEEDS = "practice"


def add_parser(subparsers: Any) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "path",
        help="where a family's path stands and what may happen next",
        description="The same answer that draws the buttons of the page. Looking is a line in the journal.",
    )
    parser.add_argument("path", metavar="NUMBER_OR_ID", help="the number of a case, or the number of a path")
    parser.add_argument("--as", dest="email", metavar="EMAIL", help="as this colleague sees it (otherwise: all roles)")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace) -> int:
    """Look at the path as the page does: with the eyes and the rights of one person."""
    from opora.access.queries import actor_of, find_person
    from opora.access.rules import SYSTEM
    from opora.process.actions import look_at
    from opora.process.queries import file_of

    actor = actor_of(user_id=find_person(actor=SYSTEM, email=args.email).id) if args.email else SYSTEM
    route = look_at(actor=actor, route_id=_find(actor, args.path.strip()))
    found = file_of(actor=actor, route=route)
    if args.json:
        print(json.dumps(_as_json(found), ensure_ascii=False, indent=2))
    else:
        _show(found)
    return 0


def _find(actor: "Actor", text: str) -> int:
    """The path of the case with this number; else the path of this number itself."""
    from opora.cases.queries.by_number import ids_of_number
    from opora.common.errors import NotFound, Refused
    from opora.process.queries import route_of_case

    paths = [route_of_case(actor=actor, case_id=case_id) for case_id in ids_of_number(actor=actor, number=text)]
    known = [route.pk for route in paths if route is not None]
    if len(known) > 1:
        listed = ", ".join(map(str, known))
        raise Refused(_("Several cases have the number %(number)s. Name a path: %(paths)s.", number=text, paths=listed))
    if known:
        return known[0]
    if text.isdecimal() and len(text) < 16:
        return int(text)
    raise NotFound(_("There is no case of this number here, and no path."))


def _as_json(found: "RouteFile") -> dict[str, Any]:
    from opora.common.dates import today

    route, on = found.route, today()
    return {
        "path": route.pk,
        "case": route.case.number if route.case else None,
        "process": route.version.code,
        "version": route.version.number,
        "stage": {"id": route.stage, "title": found.stage_title},
        "since": route.entered_on.isoformat(),
        "days": found.days_here(on),
        "due": route.due_on.isoformat() if route.due_on else None,
        "days_late": found.days_late(on),
        "ended": route.ended_on.isoformat() if route.ended_on else None,
        "palliative": route.is_palliative,
        "facts": route.facts,
        "tasks": [{"id": key, "title": title, "done": done} for key, title, done in found.tasks],
        "papers": [
            {
                "kind": line.paper.kind,
                "title": line.title,
                "on": line.paper.on.isoformat(),
                "counts": line.serves,
                "withdrawn": line.paper.withdrawn_on is not None,
            }
            for line in found.papers
        ],
        "options": [
            {
                "action": one.action,
                "title": one.title,
                "to": {"id": one.to, "title": one.to_title},
                "allowed": one.allowed,
                "reasons": list(one.reasons),
                "criteria": list(one.criteria),
                "asks": [*one.fields, *(["reason"] if one.needs_reason else [])],
            }
            for one in found.options
        ],
    }


def _show(found: "RouteFile") -> None:
    from opora.common.dates import show_day, today

    route, on = found.route, today()
    name = _("Path %(n)s", n=route.pk)
    print(f"{name} · {route.case.number}" if route.case else name)
    version = _("version %(n)s", n=route.version.number)
    print(f"{found.title}, {version}")
    print(
        _(
            "Stage: %(stage)s, since %(day)s, days: %(n)s",
            stage=found.stage_title,
            day=show_day(route.entered_on),
            n=found.days_here(on),
        )
    )
    if late := found.days_late(on):
        print(_("Overdue, days: %(n)s", n=late))
    if route.is_palliative:
        print(_("Social palliative"))
    for _key, title, done in found.tasks:
        print(f"  [{'x' if done else ' '}] {title}")
    serving = [line for line in found.papers if line.serves]
    print(_("Papers of this stage: %(papers)s", papers="; ".join(line.title for line in serving) or "—"))
    for one in found.options:
        print(f"  {'+' if one.allowed else '-'} {one.title} ({one.action}) → {one.to_title}")
        for reason in one.reasons:
            print(f"      {reason}")
    if not found.options and not found.has_ended:
        print(_("This person may read the path but take no step on it."))
