"""Indicators as a file of a practice: checked with every mistake at once, published, taken away and brought."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.access.rules import SYSTEM
from opora.common.errors import Invalid
from opora.common.findings import ERROR
from opora.indicators import FILE, actions, queries
from opora.indicators.models import IndicatorVersion
from opora.indicators.rules import MEASURES, PeriodRule
from opora.indicators.rules.files import Composed, read_indicators, write_indicators
from opora.packs.actions import publish_practice
from opora.packs.queries import shipped_practices

WRONG = """
[[indicator]]
code = "IND-7"
title.ru = "Чужой код"
title.en = "A code of the catalogue"
measure = "IND-01"

[[indicator]]
code = "twice"
title.ru = "Нет такой меры"
title.en = "No such measure"
measure = "IND-1"

[[indicator]]
code = "twice"
title.ru = "Не сужается"
title.en = "Cannot be narrowed"
measure = "IND-01"
split = "direction"
period_rule = "decade"
colour = "red"
[indicator.filters]
weather = ["rain"]
"""


def test_every_mistake_is_named_at_once() -> None:
    found, findings = read_indicators(WRONG)
    said = " ".join(one.text() for one in findings if one.severity == ERROR)
    assert found == ()
    for word in ("IND-7", "IND-1”", "weather", "direction", "decade", "colour", "Two indicators"):
        assert word in said, word


measures = st.sampled_from([one for one in MEASURES.values() if one.splits])


@st.composite
def composed(draw: st.DrawFn) -> Composed:
    measure = draw(measures)
    words = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=30).map(str.strip)
    codes = st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=1, max_size=3, unique=True)
    return Composed(
        draw(st.from_regex(r"[a-z][a-z0-9-]{2,10}", fullmatch=True)),
        draw(words.filter(bool)),
        draw(words),
        measure.code,
        {measure.splits[0].code: tuple(sorted(draw(codes)))} if draw(st.booleans()) else {},
        draw(st.sampled_from(["", "department", measure.splits[-1].code])),
        draw(st.sampled_from(list(PeriodRule))),
    )


@given(st.lists(composed(), max_size=3, unique_by=lambda one: one.code).filter(bool))
def test_what_is_written_reads_back(indicators: list[Composed]) -> None:
    found, findings = read_indicators(write_indicators(indicators))
    assert not [one for one in findings if one.severity == ERROR]
    assert list(found) == indicators


@pytest.mark.django_db
def test_a_practice_brings_its_indicators_and_what_was_changed_here_stays(tmp_path: Path) -> None:
    folder = shipped_practices()["mama_ryadom"]
    publish_practice(actor=SYSTEM, folder=folder)
    own = {one.code: one for one in queries.own_indicators(actor=SYSTEM)}
    assert own["group-lessons"].filters == {"format": ("group",)} and own["own-calls"].split == "channel"
    publish_practice(actor=SYSTEM, folder=folder)
    assert IndicatorVersion.objects.count() == len(own), "the same folder twice changes nothing"
    actions.publish_indicator(actor=SYSTEM, code="own-calls", title="Сами", measure="IND-01", filters={})
    publish_practice(actor=SYSTEM, folder=folder, is_offered=True)
    assert queries.find_indicator(actor=SYSTEM, code="own-calls").title == "Сами"
    (tmp_path / FILE).write_text(queries.own_as_file(actor=SYSTEM), encoding="utf-8")
    before = IndicatorVersion.objects.count()
    actions.publish_folder(actor=SYSTEM, folder=tmp_path)
    assert IndicatorVersion.objects.count() == before, "what was taken away says the same when it is brought"


@pytest.mark.django_db
def test_a_file_with_a_mistake_publishes_nothing(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(WRONG, encoding="utf-8")
    with pytest.raises(Invalid):
        actions.publish_folder(actor=SYSTEM, folder=tmp_path)
    assert not IndicatorVersion.objects.exists() and queries.check_folder(folder=tmp_path)
