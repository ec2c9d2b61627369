"""What a box comes to: no figure is never a zero, a missed target is seen, nothing is claimed without two figures."""

import pytest

from opora.chain.rules import holds, state_of, trend, why_no_figure


def test_a_box_without_a_rule_of_evidence_is_not_seen_yet() -> None:
    assert state_of("") == state_of("not_yet") == "not yet"
    assert state_of("rated") == "rated"


@pytest.mark.parametrize(
    ("kind", "is_result", "names", "is_defined", "why"),
    [
        ("computed", True, True, True, ""),
        ("computed", True, True, False, "undefined"),
        ("computed", True, False, False, "no_indicator_computed"),
        ("rated", True, False, False, "no_indicator_rated"),
        ("", True, False, False, "no_indicator_not_yet"),
        ("", False, False, False, "no_result"),
    ],
)
def test_every_box_without_a_figure_says_why(
    kind: str, is_result: bool, names: bool, is_defined: bool, why: str
) -> None:
    assert why_no_figure(kind, is_result=is_result, names_indicators=names, is_defined=is_defined) == why


def test_one_missed_target_is_a_miss_and_no_target_is_no_verdict() -> None:
    assert holds([True, None, False]) is False
    assert holds([True, None]) is True
    assert holds([None]) is None


def test_a_trend_needs_two_figures() -> None:
    assert trend(0.5, None) is None and trend(None, 1) is None
    assert (trend(2, 1), trend(1, 1), trend(0, 1)) == (1, 0, -1)
