"""Unknown is never no, in whatever figure it stands (X-06): nobody moves a share by saying nothing."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.chain.rules import holds, trend
from opora.evidence.rules.shares import share_of
from opora.indicators.queries.statements import statement_of
from opora.indicators.rules import Sums, figure
from opora.indicators.rules.measure import Shape
from opora.indicators.rules.measures import MEASURES

heads = st.integers(0, 50)
# Shares of what somebody wrote down either way: of each it is known whether it is so, for it is the record itself.
ALL_KNOWN = {
    "IND-15": "a task of the family that was due is done or is not",
    "IND-16": "a contract was signed up to the day one looks from, or was not",
    "IND-17": "a goal was decided or is being worked on",
    "IND-17p": "a plan is over its threshold or is not",
    "IND-18": "homework without an answer counts nowhere",
    "IND-18c": "what was planned was held in full or was not",
    "IND-18r": "days on which nobody looked count nowhere",
    "IND-19": "only requests that were closed are counted",
    "IND-35": "counts what is missing itself",
    "IND-35f": "counts what is late itself",
    "IND-35r": "counts what is late itself",
    "IND-35u": "counts what is not known itself",
}


@given(shape=st.sampled_from(list(Shape)), yes=heads, no=heads, unknown=heads, more=heads)
def test_more_of_whom_nothing_is_known_change_no_figure(
    shape: Shape, yes: int, no: int, unknown: int, more: int
) -> None:
    some = Sums(yes, no, unknown, Decimal(yes), Decimal(no), Decimal(unknown), middle=3.0 if yes else None)
    others = replace(some, unknown=unknown + more, amount_unknown=Decimal(unknown + more))
    assert figure(some, shape).value == figure(others, shape).value
    assert figure(some, shape).denominator == figure(others, shape).denominator
    assert figure(others, shape).unknown == unknown + more


@pytest.mark.parametrize("shape", [Shape.SHARE, Shape.WEIGHED, Shape.MEDIAN])
def test_of_nobody_known_there_is_no_share_and_no_zero(shape: Shape) -> None:
    told = figure(Sums(unknown=7, amount_unknown=Decimal(7)), shape)
    assert told.value is None and told.reason and told.unknown == 7


def test_every_share_tells_the_unknown_apart_or_says_why_there_is_none() -> None:
    shares = {code for code, one in MEASURES.items() if one.is_share}
    silent = {code for code in shares if "'unknown'" not in statement_of(MEASURES[code].statement)}
    assert silent == set(ALL_KNOWN)


def test_a_share_of_no_case_is_none_and_what_has_no_figure_neither_holds_nor_fails() -> None:
    assert share_of(0, 0).share is None
    assert holds([None, None]) is None
    assert holds([True, None]) is True
    assert trend(None, 0.4) is None and trend(0.4, None) is None
