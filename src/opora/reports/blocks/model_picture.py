"""The picture of a model for a report: on the screen by its classes, on paper in colors of its own, on sheets."""

import re
from collections.abc import Iterator

from opora.chain import words
from opora.chain.queries import BoxStanding, Chain
from opora.logic.picturing import picture_of
from opora.pictures.logic_model import logic_model, sheets
from opora.pictures.palette import PAPER

_LOOK = f"""<style>
text {{ fill: {PAPER.ink}; }}
.heading {{ font-weight: 600; fill: {PAPER.muted}; }}
.stripe {{ fill: #f3f1eb; }} .stripe-1 {{ fill: none; }}
.band {{ fill: {PAPER.bar}; }} .band-title {{ fill: {PAPER.muted}; }}
.box {{ fill: {PAPER.surface}; stroke: #8c9699; stroke-width: 1.1px; }}
.under {{ fill: {PAPER.muted}; }} .sign {{ fill: {PAPER.exit}; }}
.line {{ fill: none; stroke: #8c9699; stroke-width: 1.2px; }} .head {{ fill: #8c9699; }}
</style>"""
_BOX = re.compile(r'viewBox="0 ([0-9.]+) ([0-9.]+) ([0-9.]+)"')
_SIZE = re.compile(r'viewBox="[^"]*" width="[^"]*" height="[^"]*"')


def picture_of_chain(chain: Chain) -> Iterator[tuple[str, str]]:
    """For each sheet the drawing for paper; with the first one the whole picture for the screen."""
    standings = {one.node.code: one for one in chain.boxes}
    told = picture_of(chain.published.model, lambda _node: "", lambda node: _under(standings[node.code]))
    screen = whole = logic_model(told)
    head, _mark, rest = whole.partition(">")
    for top, wide, high in _BOX.findall(sheets(told)):
        cut = _SIZE.sub(f'viewBox="0 {top} {wide} {high}" width="{wide}" height="{high}"', head)
        yield f'{cut} font-family="{PAPER.font}">{_LOOK}{rest}', screen
        screen = ""


def _under(one: BoxStanding) -> tuple[str, ...]:
    """A figure with what it rests on; by what it is seen where there is none."""
    first = one.standing.first
    if (first is None or first.value is None) and (tally := one.standing.tally) is not None:
        return tuple(filter(None, (words.value_of_tally(tally), words.tally_rests_on(tally))))
    if first is None or first.value is None:
        return (str(words.STATE_WORDS[one.standing.state]),) if one.standing.kind else ()
    return tuple(filter(None, (words.value_of(first), words.rests_on(first))))
