"""Make a link for a new password for somebody who cannot sign in; it is printed here and works once, for a day.

For the day when the last administrator forgot the password: whoever holds the machine holds the keys.
"""

import argparse
import sys
from typing import Any

from opora.cli import server
from opora.config.terminal import words as _

NEEDS = "database"


def add_parser(subparsers: Any) -> None:
    """Describe the command."""
    parser = subparsers.add_parser("let-in", help="make a link for a new password")
    parser.add_argument("email", help="the e-mail the person signs in with")
    parser.add_argument("--lost-phone", action="store_true", help="switch the second factor off as well")
    parser.add_argument("--host", default=server.HOST, help="where Opora is served (for the printed address)")
    parser.add_argument("--port", type=int, default=server.PORT, help="the port it is served at")


def run(args: argparse.Namespace) -> int:
    """Print the address; what was done stands in the journal under the name of the system."""
    from opora.access import actions, queries
    from opora.access.rules import SYSTEM
    from opora.web.access.links import password_path

    person = queries.find_person(actor=SYSTEM, email=args.email)
    if args.lost_phone:
        actions.reset_second_factor(actor=SYSTEM, user_id=person.id)
    user = actions.record_password_link(actor=SYSTEM, user_id=person.id)
    print(_("A link for %(name)s; it works once, within a day:", name=person.name), file=sys.stderr)
    print(f"{server.address(args.host, args.port)}{password_path(user)}")
    return 0
