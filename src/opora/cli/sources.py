"""Print every line of the source documents and where it is recorded, computed or written."""

import argparse
import json
from typing import Any

NEEDS = "words"


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "sources",
        help="where each line of the source documents is recorded",
        description="Each line of the five source documents with its state and the pages where it is made real.",
    )
    parser.add_argument("--seed", metavar="S1", help="one document, S0 to S4 (all of them otherwise)")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace) -> int:
    """One line for each id; 1 for a document that does not exist."""
    from opora.common.language import said
    from opora.sources.queries import source_lines
    from opora.sources.rules import SEEDS

    seed = (args.seed or "").upper()
    if seed and seed not in SEEDS:
        print(f"There is no document “{args.seed}”. Documents: {', '.join(SEEDS)}.")
        return 1
    lines = source_lines(seed)
    if args.json:
        print(json.dumps({"sources": [_row(line) for line in lines]}, ensure_ascii=False, indent=1))
        return 0
    for line in lines:
        where = "; ".join(f"{said(place.what)} ({place.page})" for place in line.places) or "—"
        print(f"{line.id:7} {line.state:9} {line.text[:60]:60}  {where}")
    return 0


def _row(line: Any) -> dict[str, Any]:
    from opora.common.language import said

    places = [{"what": said(one.what), "url_name": one.page, "room": one.room} for one in line.places]
    return {"id": line.id, "text": line.text, "kind": line.kind, "state": line.state, "places": places}
