"""Print the keys on paper, to be kept in a safe: they open names and backups when everything else is lost."""

import argparse
from typing import Any

from opora.config.terminal import words as _

NEEDS = "database"


def add_parser(subparsers: Any) -> None:
    subparsers.add_parser("recovery-sheet", help="print the keys on paper")


def run(args: argparse.Namespace) -> int:
    from django.utils.formats import date_format

    import opora
    from opora.access.rules import SYSTEM
    from opora.backups import actions, queries
    from opora.common.dates import today
    from opora.config.home import home

    lines = actions.print_sheet(actor=SYSTEM, home=home())
    mark, day = queries.installation_of(queries.keys_in(home())), date_format(today(), "DATE_FORMAT")
    sheet = [
        _("Opora: recovery sheet of the installation %(mark)s", mark=mark),
        _("Printed on %(day)s, version %(version)s.", day=day, version=opora.__version__),
        "",
        _("Whoever holds this sheet can open the names of families and the backups."),
        _("Keep it in a safe, never beside them. Print it anew after ./opora renew-keys."),
        _("There is no letter O and no letter I in it: they are a zero and a one."),
        "",
        *lines,
        "",
        _("Keys lost: ./opora keys-from-sheet -"),
        _("Passphrase of a backup lost: ./opora restore FROM --sheet FILE"),
    ]
    print("\n".join(sheet))
    return 0
