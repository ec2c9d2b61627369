"""``journal verify``: is every line of the journal as it was written? ``journal accept`` notes its present end."""

import argparse
import json
import sys

from opora.config.terminal import words as _

NEEDS = "database"


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Describe the command."""
    parser = subparsers.add_parser("journal", help="check that no journal entry was altered or lost")
    verbs = parser.add_subparsers(dest="journal_verb", required=True)
    verify = verbs.add_parser("verify", help="hold every sealed entry against the chain of seals")
    verify.add_argument("--json", action="store_true", help="print the result as JSON")
    verify.add_argument(
        "--expect", metavar="HEAD", help="the head printed by an earlier check; it must still be in the chain"
    )
    verify.add_argument("--restored", metavar="DAY", help=argparse.SUPPRESS)
    verbs.add_parser("accept", help="note the present end of the journal outside the database, after a restore")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Seal what is new, walk the chain, say what was found; exit code 1 when anything is wrong."""
    from opora.access.rules import SYSTEM
    from opora.audit import actions, queries
    from opora.config import putting_by

    if args.journal_verb == "accept":
        head = actions.accept_head(actor=SYSTEM)
        said = _("Noted outside the database: %(head)s") % {"head": head} if head else _("There are no seals yet.")
        sys.stdout.write(f"{said}\n")
        return 0
    if args.restored:
        # The lines written since that backup are gone: the journal says from which day the data is.
        actions.record(actor=SYSTEM, verb="audit.restored", day=args.restored)
        putting_by.ask()
    check = actions.check_journal(actor=SYSTEM)
    known = not args.expect or queries.is_in_chain(args.expect)
    if args.json:
        found = {
            "whole": check.is_whole and known,
            "sealed": check.sealed,
            "unsealed": check.unsealed,
            "seals": check.seals,
            "altered": check.altered,
            "missing": check.missing,
            "added": check.added,
            "broken_seals": check.broken_seals,
            "cut_off": bool(check.cut_off),
            "unnoted": bool(check.unnoted),
            "late_seals": check.late_seals,
            "head": check.head,
            "head_known": known,
        }
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    else:
        from opora.audit.sentences import check_sentences

        for line in check_sentences(check, head_known=known):
            sys.stdout.write(f"{line}\n")
    return 0 if check.is_whole and known else 1
