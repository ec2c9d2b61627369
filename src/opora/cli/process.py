"""Carry open paths to another version of their process: by an explicit map, after a dry run."""

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from opora.config.terminal import words as _

if TYPE_CHECKING:
    from opora.process.actions import Carried

NEEDS = "practice"


def add_parser(subparsers: Any) -> None:
    """Describe the command."""
    parser = subparsers.add_parser("process", help="carry open paths to another version of their process")
    verbs = parser.add_subparsers(dest="process_verb", required=True)
    migrate = verbs.add_parser(
        "migrate",
        help="carry the open paths of a version to another one",
        description="Without --from: every older version on which families still go. Exit code 1 when families "
        "would have no place; then nothing is changed.",
    )
    migrate.add_argument("code", metavar="CODE", help="the code of the process, for example family_help")
    migrate.add_argument("--from", dest="from_number", type=int, metavar="N", help="the version to leave")
    migrate.add_argument("--to", dest="to_number", type=int, metavar="N", help="the version to go to (the newest)")
    migrate.add_argument(
        "--map", dest="pairs", action="append", default=[], metavar="OLD=NEW", help="where families of a stage go on"
    )
    migrate.add_argument("--dry-run", action="store_true", help="only tell what would happen")
    migrate.add_argument("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace) -> int:
    """Tell stage by stage what happens, then do it; batches that are done stay done when the rest is refused."""
    from opora.access.rules import SYSTEM
    from opora.common.dates import today
    from opora.process.actions import migrate_routes

    mapping = _mapping(args.pairs)
    numbers, to_number = _versions(args)
    found: list[tuple[int, Carried]] = []
    ways = [(number, dry) for number in numbers for dry in (True, False)]
    for number, dry in ways:
        if not dry and (args.dry_run or not all(one.trial.may_go for _number, one in found)):
            continue
        done = migrate_routes(
            actor=SYSTEM,
            code=args.code,
            from_number=number,
            to_number=to_number,
            mapping=mapping,
            dry_run=dry,
            on=today(),
            tell_how_far=lambda n: print(_("Carried: %(n)s", n=n), file=sys.stderr, flush=True),
        )
        found = [*(one for one in found if one[0] != number), (number, done)]
    if args.json:
        rows = [_as_json(number, one) for number, one in found]
        print(json.dumps({"code": args.code, "to": to_number, "versions": rows}, ensure_ascii=False, indent=2))
    else:
        _show(found, to_number, dry_run=args.dry_run)
    return 0 if all(one.trial.may_go for _number, one in found) else 1


def _mapping(pairs: list[str]) -> dict[str, str]:
    from opora.common.errors import Refused

    mapping: dict[str, str] = {}
    for pair in pairs:
        old, sign, new = (part.strip() for part in pair.partition("="))
        if not (old and sign and new):
            raise Refused(
                _("--map %(pair)s: write it as OLD=NEW, the stage of now and the stage to go on at.", pair=pair)
            )
        mapping[old] = new
    return mapping


def _versions(args: argparse.Namespace) -> tuple[list[int], int]:
    from opora.common.errors import Refused
    from opora.pathways.queries import latest_versions, version_numbered
    from opora.process.queries import older_versions

    newest = {version.code: version for version in latest_versions()}
    if args.code not in newest:
        known = ", ".join(sorted(newest)) or "—"
        raise Refused(_("No process has the code %(code)s. Published: %(known)s.", code=args.code, known=known))
    to = version_numbered(args.code, args.to_number) if args.to_number else newest[args.code]
    if args.from_number:
        return [args.from_number], to.number
    return [version.number for version, _count in older_versions(to)], to.number


def _as_json(number: int, done: "Carried") -> dict[str, Any]:
    trial = done.trial
    return {
        "from": number,
        "paths": trial.paths,
        "stages": {stage: {"paths": count, "to": trial.goals[stage]} for stage, count in trial.stages.items()},
        "problems": dict(trial.problems),
        "may_go": trial.may_go,
        "moved": done.moved,
        "left": done.left,
    }


def _show(found: list[tuple[int, "Carried"]], to_number: int, *, dry_run: bool) -> None:
    from opora.pathways.words import problem_sentence

    if not found:
        print(_("Every family goes by version %(n)s already.", n=to_number))
    for number, done in found:
        trial = done.trial
        print(_("From version %(n)s to version %(to)s: paths: %(paths)s", n=number, to=to_number, paths=trial.paths))
        for stage, count in trial.stages.items():
            print(f"  {stage} → {trial.goals[stage] or '?'}: {count}")
        for code, count in trial.problems.items():
            print(f"  {code}: {count}. {problem_sentence(code)}")
        if not dry_run:
            print(_("Carried: %(n)s", n=done.moved))
