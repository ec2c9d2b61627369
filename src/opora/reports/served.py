"""Whom the house helped in a period, as a report: the figures and, beside them, the rules by which they are counted."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.common.dates import show_day
from opora.evidence.rules.served import Count, Kind, Served
from opora.families.rules import Belonging
from opora.families.rules.served import BANDS
from opora.goods.queries.helped import kinds_of_goods
from opora.groups.queries.helped import kinds_of_groups
from opora.intake.queries.help_given import things_given
from opora.reports.model import Block, Column, Heading, Points, Report, Table
from opora.reports.outcomes import organization_fact
from opora.services.queries.helped import kinds_of_services

_SEXES = ("f", "m", "")


def build(found: Served, *, about: str, made_on: date, made_by: str) -> Report:
    """Sums of people; `about` says of which program and department they are."""
    blocks: list[Block] = [
        *tables(found),
        Heading(_("How it is counted"), 2),
        Points(counting_rules(found)),
    ]
    return Report(
        title=_("Whom we helped"),
        subtitle=f"{period(found)}. {about}".rstrip(". "),
        facts=[*organization_fact(), (_("Figures taken on"), show_day(made_on)), (_("Made by"), made_by)],
        blocks=blocks,
        made_on=made_on,
        confidential=_("Internal: small groups may be recognized. Not for publication."),
        footer="Опора",
    )


def period(found: Served) -> str:
    """The period in words."""
    if found.start is None:
        return _("up to %(end)s") % {"end": show_day(found.end)}
    return _("from %(start)s to %(end)s") % {"start": show_day(found.start), "end": show_day(found.end)}


def tables(found: Served) -> Iterable[Table]:
    """Every table; a line without anybody says 0, so that nothing looks forgotten."""
    kinds = kinds_said()
    yield _two(_("Families and people"), _whole(found.whole))
    if found.came:
        yield _two(
            _("New and returning families"),
            [
                (_("new: never helped before"), found.came["new"]),
                (_("the work goes on from before"), found.came["going_on"]),
                (_("returned: helped before, with a break"), found.came["returned"]),
            ],
        )
    yield Table(
        _("Adults by sex"), [_text(), _number(_("People"))], [(_sex(sex), _adults(found, sex)) for sex in _SEXES]
    )
    yield Table(
        _("Children by age"),
        [_text(_("Age")), *(_number(title) for title in (_("Girls"), _("Boys"), _("Sex not stated"), _("All")))],
        [_band_row(found, band) for band in (*BANDS, None)],
    )
    yield Table(
        _("By program"),
        [_text(_("Program")), *_of_people()],
        [(name, count.families, count.adults, count.children) for name, count in found.programs],
        note=_("Who is helped by two programs stands in both, so the lines do not add up."),
    )
    yield Table(
        _("By kind of help"),
        [
            _text(_("Kind of help")),
            _number(_("Times")),
            *_of_people(),
            _number(_("Were there themselves")),
            _number(_("Times to families not known")),
        ],
        [_kind_row(kind, kinds) for kind in in_order(found.kinds, kinds)],
        note=_(
            "One family may be helped in several ways, and a meeting of a group or a thing given is a service too, so "
            "the lines do not add up. Adults and children are those of the families helped; beside them stand the "
            "people who were named with the help itself, where they are."
        ),
    )


def counting_rules(found: Served) -> list[str]:
    """How people were counted, for whoever reads the figures."""
    said = [
        _("A family counts if a case of it was in work on any day of the period, or if it was helped in it otherwise."),
        _("Families and people are counted once, however many cases, programs and kinds of help there are."),
        _(
            "A person counts by the last day of help in the period on which he or she belonged to the family: who left "
            "or died after that day is still counted, who was entered by mistake is not."
        ),
        _("Age is that of the same day. Who came of age in the period stands apart from children and adults."),
        _("What is not known is a line of its own: an age or a sex that nobody stated is never put with another one."),
        _("A child not born yet stands apart and is no child of any age."),
        _("An act of help that was taken back, a voided record and a case opened by mistake count nowhere."),
    ]
    if found.came:
        said.append(
            _(
                "A family is new if it was never helped before the period, in whatever program. It returned if it was "
                "helped before, and nobody worked with it on the day before the period began."
            )
        )
    return said


def _whole(whole: Count) -> list[tuple[str, int]]:
    return [
        (_("families"), whole.families),
        (_("adults"), whole.adults),
        (_("children"), whole.children),
        (_("came of age in the period"), whole.grown),
        (_("children expected"), whole.expected),
    ]


def _two(name: str, rows: list[tuple[str, int]]) -> Table:
    return Table(name, [_text(), _number(_("How many"))], rows)


def _text(title: str = "") -> Column:
    return Column(title or _("Who"))


def _number(title: str) -> Column:
    return Column(title, "count")


def _of_people() -> tuple[Column, ...]:
    return _number(_("Families")), _number(_("Adults")), _number(_("Children"))


def _sex(sex: str) -> str:
    return {"f": _("women"), "m": _("men"), "": _("sex not stated")}[sex]


def _adults(found: Served, sex: str) -> int:
    return found.by_sex.get((Belonging.ADULT, sex), 0)


def _band_row(found: Served, band: tuple[int, int] | None) -> tuple[str | int, ...]:
    told = found.by_band.get(band, {})
    numbers = [told.get(sex, 0) for sex in _SEXES]
    if band is None:
        return _("age not known"), *numbers, sum(numbers)
    return _("from %(low)s to %(high)s years") % {"low": band[0], "high": band[1]}, *numbers, sum(numbers)


def _kind_row(kind: Kind, kinds: Mapping[str, str]) -> tuple[str | int, ...]:
    reached = kind.reached
    named = "" if kind.named is None else kind.named
    told = kinds.get(kind.code, kind.code)
    return told, kind.times, reached.families, reached.adults, reached.children, named, kind.to_unknown


def in_order(found: Iterable[Kind], kinds: Mapping[str, str]) -> list[Kind]:
    """The kinds of help as they are told: work first, then services by direction, groups, things, letters."""
    order = {code: place for place, code in enumerate(kinds)}
    return sorted(found, key=lambda kind: order.get(kind.code, len(order)))


def kinds_said() -> dict[str, str]:
    """Every kind of help in words."""
    said = {
        "case": _("work with a case"),
        "stay": _("living in the crisis centre"),
        "visit": _("visits"),
        "talk": pgettext("help", "talks and consultations"),
    }
    said |= {f"aid.{code}": _("given at once: %(thing)s") % {"thing": thing} for code, thing in things_given().items()}
    services, groups = kinds_of_services(), kinds_of_groups()
    said |= {code: _("services: %(direction)s") % {"direction": title} for code, title in services.items()}
    said |= {code: _("groups and events: %(kind)s") % {"kind": title} for code, title in groups.items()}
    said |= {code: _("things and money: %(kind)s") % {"kind": title} for code, title in kinds_of_goods().items()}
    return said | {"letters": _("letters to offices")}
