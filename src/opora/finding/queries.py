"""One question to the database for everything that may be meant; each room's own sight narrows its part."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, reduce
from itertools import chain
from operator import or_
from typing import Any

from django.db.models import (
    BigIntegerField,
    BooleanField,
    Case,
    CharField,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce

from opora.access.rules import Actor, Scope, can, scope
from opora.cases import queries as cases
from opora.common.dates import today
from opora.common.questions import Written, write_down
from opora.common.text import words as words_of
from opora.correspondence import queries as correspondence
from opora.families.keyring import blind_index
from opora.families.rules import BadCode, parse_code
from opora.families.rules.typed import numbers, readings
from opora.intake.models import Referral, SignalMark
from opora.papers.models import Letter
from opora.partners.queries.directory import with_words, words_asked
from opora.process.queries import visible_to

SHORTEST = 2
OF_A_KIND = 8
_COLUMNS = ("f_kind", "f_key", "f_title", "f_letter", "f_code", "f_remark", "f_ended", "f_case")
_LONGEST_SIGNAL = 5
_SIGN = "\ue000"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that may be meant: its kind and number, what it is called without a name, whether it has ended.

    ``case_id`` is the case by which its family is known: its own, or for a signal the newest one in sight.
    """

    kind: str
    key: int
    title: str
    code: str
    remark: str
    is_ended: bool
    case_id: int | None = None


def find(*, actor: Actor, text: str, limit: int = OF_A_KIND, on: date | None = None) -> list[Found]:
    """What the person may see of all that was meant, at most `limit` of a kind; open things before ended ones."""
    if len(text.strip()) < SHORTEST or actor.user_id is None:
        return []
    read = readings(text)
    index = blind_index()
    tokens = sorted({tuple(sorted(asked)) for asked in map(index.asked, read) if asked})
    words = words_asked([said for one in read if len(one) > SHORTEST and (said := words_of(one))])
    day = on or today()
    month = day.year * 12 + day.month
    typed = _Typed(_code(text), tuple(numbers(text)), tuple(map(len, tokens)), bool(words), month)
    instead: dict[Any, Any] = dict(zip(chain(*typed.tokens), chain(*tokens), strict=True))
    instead[_SIGN] = words
    return [
        Found(kind, key, title, f"{letter}{code}" if letter else "", remark, ended, case_id)
        for kind, key, title, letter, code, remark, ended, case_id in _question(actor, typed, limit).ask(instead)
    ]


@dataclass(frozen=True, slots=True)
class _Typed:
    """What the question depends on: a code and numbers as they are, of everything else only how much was typed.

    Whoever types on asks the same question with other words, so stand-ins take their places in it.
    """

    code: str
    numbers: tuple[str, ...]
    token_counts: tuple[int, ...]
    has_words: bool
    month: int

    @property
    def tokens(self) -> list[list[bytes]]:
        """A stand-in for each fingerprint of each reading."""
        return [[bytes((0, row, n)) for n in range(count)] for row, count in enumerate(self.token_counts)]

    @property
    def is_name(self) -> bool:
        """Whether nothing but names was typed, of which a common one may be borne by thousands."""
        return bool(self.token_counts) and not self.code and not self.numbers

    @property
    def words(self) -> str:
        """A stand-in for all words together: a sign that nobody types."""
        return _SIGN if self.has_words else ""


def _code(text: str) -> str:
    """The code of a person, if that is what was typed."""
    try:
        return str(parse_code(text))
    except BadCode:
        return ""


@lru_cache(maxsize=256)
def _question(actor: Actor, typed: _Typed, limit: int) -> Written:
    asked = [part for part in _parts(actor, typed) if part]
    if not asked:
        return Written("", ())
    return write_down(_one_after_another([_first(part, limit) for part in asked]))


def _first(part: Sequence[QuerySet[Any]], limit: int) -> QuerySet[Any, Any]:
    """The first of a kind; where it is asked for in several parts, a later one only if those before do not suffice."""
    lines = [one.order_by("f_ended", "-f_key").values_list(*_COLUMNS)[:limit] for one in part]
    return _one_after_another(lines)[:limit] if len(lines) > 1 else lines[0]


def _one_after_another(lines: Sequence[QuerySet[Any, Any]]) -> QuerySet[Any, Any]:
    return lines[0].union(*lines[1:], all=True) if len(lines) > 1 else lines[0]


def _parts(actor: Actor, typed: _Typed) -> list[Sequence[QuerySet[Any]]]:
    return [
        _cases(actor, typed) if can(actor, "case.read") else [],
        [_signals(actor, typed)] if can(actor, "intake.work") else [],
        [_letters(actor, typed.numbers)] if typed.numbers and can(actor, "intake.work") else [],
        [_official_letters(actor, typed.numbers)] if typed.numbers and can(actor, "partners.read") else [],
        [_partners(typed.words)] if can(actor, "partners.read") else [],
    ]


def _cases(actor: Actor, typed: _Typed) -> list[QuerySet[Any]]:
    """Those who see their own families only have few of them; for others a common name is looked for step by step."""
    seen = cases.visible_to(actor)
    if typed.is_name and scope(actor, "case.read") >= Scope.DEPARTMENT:
        parts = cases.meant_by_name(actor=actor, wanted=seen, tokens=typed.tokens, month=typed.month)
        return [_case_line(part) for part in parts]
    found = cases.meant(actor=actor, wanted=seen, code=typed.code, tokens=typed.tokens, numbers=typed.numbers)
    return [_case_line(found)]


def _case_line(found: QuerySet[Any]) -> QuerySet[Any]:
    return _lined(
        found,
        "case",
        title=F("number"),
        letter=F("client__code_letter"),
        code=Cast(F("client__code_number"), BigIntegerField()),
        remark=F("program__name"),
        ended=Q(closed_on__isnull=False),
        case=F("pk"),
    )


def _signals(actor: Actor, typed: _Typed) -> QuerySet[Any]:
    """Signals by number, and by what was told with them: those who see a signal may read it."""
    keys = [int(one) for one in typed.numbers if one.isdecimal() and len(one) <= _LONGEST_SIGNAL]
    wanted = Q(pk__in=keys)
    if typed.tokens:
        told = reduce(or_, (Q(tokens__contains=asked) for asked in typed.tokens))
        wanted |= Q(mark__in=SignalMark.objects.filter(told))
    found = Referral.objects.filter(wanted, route__in=visible_to(actor).values("pk"))
    of_family = cases.visible_to(actor).filter(family=OuterRef("route__family")).order_by("-pk")
    return _lined(
        found,
        "signal",
        title=Cast(F("pk"), CharField()),
        remark=F("route__department__name"),
        ended=Q(route__ended_on__isnull=False),
        case=Subquery(of_family.values("pk")[:1]),
    )


def _letters(actor: Actor, numbered: Sequence[str]) -> QuerySet[Any]:
    found = Letter.objects.filter(number__in=numbered, route__in=visible_to(actor).values("pk"))
    return _lined(found, "letter", title=F("number"), remark=F("kind"), ended=Q(route__ended_on__isnull=False))


def _official_letters(actor: Actor, numbered: Sequence[str]) -> QuerySet[Any]:
    """Letters out and in by our number of the year, and by the number that an office gave its own."""
    by_theirs = reduce(or_, (Q(their_number__iexact=one) for one in numbered))
    found = correspondence.seen_by(actor).filter(Q(number__in=numbered) | by_theirs)
    title = Case(When(number="", then=F("their_number")), default=F("number"))
    return _lined(found, F("direction"), title=title, remark=F("partner__name"), ended=~Q(result=""))


def _partners(asked: str) -> QuerySet[Any]:
    return _lined(with_words(asked), "partner", title=F("name"), remark=Value(""), ended=Q(is_active=False))


def _lined(
    found: QuerySet[Any],
    kind: str | F,
    *,
    title: Any,
    remark: Any,
    ended: Q,
    letter: Any = None,
    code: Any = None,
    case: Any = None,
) -> QuerySet[Any]:
    none = Cast(Value(None), BigIntegerField())
    return found.annotate(
        f_kind=Value(kind, output_field=CharField()) if isinstance(kind, str) else kind,
        f_key=F("pk"),
        f_title=title,
        f_letter=Coalesce(letter, Value("")) if letter is not None else Value("", output_field=CharField()),
        f_code=code if code is not None else none,
        f_remark=remark,
        f_ended=_said(ended),
        f_case=case if case is not None else none,
    )


def _said(condition: Q) -> Any:
    return ExpressionWrapper(condition, output_field=BooleanField())
