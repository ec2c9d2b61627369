"""The tables and pictures of the form in depth, as its page lays them out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from opora.common.language import said
from opora.evidence import words
from opora.evidence.queries.depth import Depth
from opora.evidence.queries.depth_times import Times
from opora.evidence.rules.depth import ItemFigures
from opora.evidence.rules.depth_help import Beside, HelpedItem
from opora.evidence.rules.depth_time import Curve
from opora.evidence.rules.shares import Share
from opora.evidence.words import depth as told
from opora.pictures.dumbbell import DumbbellRow, Labels, dumbbell
from opora.pictures.waiting import waiting
from opora.web.shell.drawing import as_drawing

DRAWN = 12


@dataclass(frozen=True, slots=True)
class Linked:
    """A cell: what stands in it, the address of its cases if it counts any, and what stands small beside it."""

    text: str
    url: str = ""
    small: str = ""
    title: str = ""
    is_number: bool = True
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Laid:
    """A table as the page shows it: each cell bears the title of its column, for a narrow page."""

    name: str
    titles: Sequence[tuple[str, bool]]
    lines: Sequence[tuple[tuple[str, str], Sequence[Linked]]]


def laid(name: str, first: str, lines: Sequence[tuple[tuple[str, str], Sequence[Linked]]]) -> Laid:
    columns = [(cell.title, cell.is_number) for cell in lines[0][1]] if lines else []
    return Laid(name, [(first, False), *columns], lines)


class Links:
    """Figures of one program as cells that lead to their cases."""

    def __init__(self, found: Depth, query: str) -> None:
        self.found = found
        self.base = reverse("evidence:depth_cases", args=[found.program.pk])
        self.query = query

    def name(self, place: int) -> tuple[str, str]:
        item = self.found.names.get(place)
        return (item.code, said(item.text)) if item else (str(place), "")

    def item(self, one: ItemFigures) -> tuple[tuple[str, str], list[Linked]]:
        code, _text = name = self.name(one.place)
        stayed = one.solved.total - one.solved.n
        sure = words.percent_interval(one.solved.interval) if one.solved.total else ""
        remarks = "; ".join(told.item_remarks(one))
        return name, [
            self._to(
                _("Weak at entry"), told.of_families(one.entry), one.entry.n, code, "entry", self._share(one.entry)
            ),
            self._to(_("Weak at exit"), told.of_families(one.exit), one.exit.n, code, "exit"),
            self._to(_("Solved"), told.of_families(one.solved), one.solved.n, code, "solved", sure),
            self._to(_("Weak both times"), words.number(stayed), stayed, code, "stayed"),
            self._to(_("Came new"), told.of_families(one.new), one.new.n, code, "new"),
            Linked(remarks, title=_("Remark"), is_number=False),
        ]

    def _share(self, share: Share) -> str:
        return words.percent(share.share, 0) if share.total else ""

    def pair(self, one: Any) -> dict[str, Any]:
        return {
            "first": self.name(one.first),
            "second": self.name(one.second),
            "both": told.of_families(one.both),
            "expected": words.number(one.expected),
            "is_clear": one.is_clear,
        }

    def beside(self, one: HelpedItem) -> tuple[tuple[str, str], list[Linked]]:
        code, _text = name = self.name(one.place)
        tag = {Beside.MORE: "ok", Beside.LESS: "warn"}.get(one.said, "plain")
        given = self._to(
            _("Solved where it was given"),
            told.of_families(one.given),
            one.given.total,
            code,
            "given",
            self._sure(one.given),
            one.service_id,
        )
        others = _("Solved where it was not")
        return name, [
            Linked(said(self.found.services[one.service_id]), title=_("Service"), is_number=False),
            given,
            Linked(told.of_families(one.others), small=self._sure(one.others), title=others),
            Linked(told.beside(one), title=_("What may be said"), is_number=False, tag=tag),
        ]

    def _sure(self, share: Share) -> str:
        return f"{words.percent(share.share, 0)} ({words.percent_interval(share.interval)})" if share.total else ""

    def _to(
        self, title: str, text: str, n: int, code: str, show: str, small: str = "", service: int | None = None
    ) -> Linked:
        about = {"item": code, "show": show, **({"service": service} if service else {})}
        url = f"{self.base}?{urlencode(about)}&{self.query}".rstrip("&") if n else ""
        return Linked(text, url, small, title)


def items_picture(found: Depth) -> tuple[SafeString, SafeString]:
    """The most frequent items, in families of a hundred: at entry and at exit."""
    often = sorted((one for one in found.items if one.entry.n), key=lambda one: -(one.entry.share or 0))[:DRAWN]
    rows = [
        DumbbellRow(
            f"{found.names[one.place].code} {said(found.names[one.place].text)}",
            round((one.entry.share or 0) * 100),
            None if one.exit.share is None else round(one.exit.share * 100),
        )
        for one in often
        if one.place in found.names
    ]
    labels = Labels(
        entry=_("weak at entry, % of families"),
        exit=_("at exit"),
        change="",
        no_exit=_("not rated"),
        decimal=words.number(0.5)[1],
    )
    title = _("The most frequent weak sides: %(program)s") % {"program": found.program.name}
    description = _("The same figures stand in the table below.")
    drawn = [dumbbell(rows, title=title, description=description, labels=labels, narrow=one) for one in (False, True)]
    return as_drawing(drawn[0]), as_drawing(drawn[1])


def waits(waited: Times) -> list[dict[str, Any]]:
    named = ((_("To the closing of a case"), waited.closing), (_("To the first improvement"), waited.improvement))
    return [_wait(title, one) for title, one in named if one is not None]


def _wait(title: str, one: Curve) -> dict[str, Any]:
    last = max((day for day, _share in one.steps), default=0)
    text = told.median(one)
    drawn: Sequence[SafeString] = ()
    if one.events:
        drawn = [
            as_drawing(
                waiting(one.steps, last=last, title=title, description=text, days_label=_("days"), narrow=narrow)
            )
            for narrow in (False, True)
        ]
    return {
        "title": title,
        "median": text,
        "n": one.n,
        "events": one.events,
        "drawn": drawn,
        "marks": laid(
            title,
            _("After"),
            [
                (
                    ("", words.days(mark.days)),
                    [
                        Linked(words.number(mark.at_risk), title=_("Still followed")),
                        Linked(words.percent(mark.share, 0), title=_("Still waiting")),
                        Linked(words.percent_interval(mark.interval), title=_("95%% interval").replace("%%", "%")),
                    ],
                )
                for mark in one.marks
            ],
        )
        if one.marks
        else None,
    }
