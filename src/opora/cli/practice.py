"""Check a practice folder, or publish it: departments, programs and assessment forms written in TOML."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from opora.config.terminal import words as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from opora.common.findings import Finding

NEEDS = "practice"


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "practice",
        help="check or publish a practice folder",
        description="Without a folder, the shipped practices are checked. Exit code 1 when something must be mended.",
    )
    verbs = parser.add_subparsers(dest="practice_verb", required=True)
    check = verbs.add_parser("check", help="tell everything that must be mended; changes nothing")
    check.add_argument("folder", nargs="?", metavar="FOLDER", help="the folder with practice.toml")
    check.add_argument("--json", action="store_true", help="print the findings as JSON")
    publish = verbs.add_parser("publish", help="publish the folder; what was published never changes")
    publish.add_argument("folder", metavar="FOLDER", help="the folder with practice.toml")


def run(args: argparse.Namespace) -> int:
    """Say what was found, one line each; publish only what has nothing to mend."""
    return _publish(Path(args.folder)) if args.practice_verb == "publish" else _check(args)


def _check(args: argparse.Namespace) -> int:
    from django.utils.translation import gettext

    from opora.common.findings import ERROR, errors_first, has_errors
    from opora.indicators.folder import check_folder
    from opora.packs import queries

    folders = [Path(args.folder)] if args.folder else list(queries.shipped_practices().values())
    findings: list[Finding] = []
    is_sound = True
    for folder in folders:
        reading = queries.check_practice(folder=folder, against_published=True)
        beside = check_folder(folder=folder)
        findings += [*reading.findings, *beside]
        is_sound = is_sound and reading.practice is not None and not has_errors(beside)
    findings = errors_first(findings)
    if args.json:
        rows = [
            {
                "file": finding.file,
                "line": finding.line,
                "place": finding.place.text(gettext),
                "severity": finding.severity,
                "text": finding.text(gettext),
            }
            for finding in findings
        ]
        errors = sum(finding.severity == ERROR for finding in findings)
        counts = {"errors": errors, "remarks": len(findings) - errors}
        print(json.dumps({"sound": is_sound, **counts, "findings": rows}, ensure_ascii=False, indent=1))
    else:
        _tell(findings, sys.stdout)
        print(_("There is nothing to mend.") if is_sound else _("The practice cannot be published yet."))
    return 0 if is_sound else 1


def _tell(findings: "Iterable[Finding]", out: TextIO) -> None:
    """What must be mended, counted, and apart from it what is only remarked."""
    from opora.common.findings import ERROR
    from opora.packs.queries import explain

    found = list(findings)
    errors = [finding for finding in found if finding.severity == ERROR]
    remarks = [finding for finding in found if finding.severity != ERROR]
    for heading, part in ((_("To mend:"), errors), (_("Remarks (they do not hold up publishing):"), remarks)):
        if part:
            print(f"{heading} {len(part)}", file=out)
            print("\n".join(explain(part)), file=out)


def _publish(folder: Path) -> int:
    from opora.access.rules import SYSTEM
    from opora.common.errors import Invalid
    from opora.packs import actions

    try:
        published = actions.publish_practice(actor=SYSTEM, folder=folder)
    except actions.PracticeInvalid as refused:
        _tell(refused.findings, sys.stderr)
        print(_("The practice cannot be published yet."), file=sys.stderr)
        return 1
    except Invalid as refused:
        print(refused, _("The practice cannot be published yet."), sep="\n", file=sys.stderr)
        return 1
    _tell(published.warnings, sys.stderr)
    print(_("Published: version %(version)s of the practice.", version=published.version.number))
    return 0
