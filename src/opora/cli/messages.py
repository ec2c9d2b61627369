"""Show which sentences have no Russian yet, or differ from room to room."""

import argparse
import sys
from typing import Any

NEEDS = "settings"


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("messages", help="show what is missing in the catalogues")
    parser.add_argument("--check", action="store_true", help="end with 1 when anything is missing")
    parser.add_argument("--room", help="show one room only, for example cases or web/cases")


def run(args: argparse.Namespace) -> int:
    from opora.config import messages

    rooms = messages.by_room(messages.check())
    if args.room:
        rooms = {name: texts for name, texts in rooms.items() if name == args.room}
    for name, texts in rooms.items():
        print(name)
        for text in texts:
            print(f"  {text}")
    count = sum(len(texts) for texts in rooms.values())
    print(f"{count} sentences to mend." if count else "Every sentence has its Russian.", file=sys.stderr)
    return 1 if args.check and count else 0
