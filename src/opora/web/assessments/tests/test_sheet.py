"""The sheet shows an answer in the color of what it counts as."""

from dataclasses import replace

from opora.assessments.rules import Subject
from opora.instruments.rules import FAMILY_SUBJECT, Level
from opora.instruments.tests.forms import item, small_form
from opora.web.assessments.forms import Typed
from opora.web.assessments.sheet import lay_out


def test_on_a_reversed_item_the_first_answer_is_the_critical_one() -> None:
    anchored = tuple(level.label for level in small_form().scale.levels)
    form = small_form(item("1.1", anchors=anchored), replace(item("1.2", 1, anchors=anchored), is_reversed=True))
    typed = Typed({"1.1": {FAMILY_SUBJECT: 0}, "1.2": {FAMILY_SUBJECT: 0}}, {})
    (section,) = lay_out(form, (Subject(FAMILY_SUBJECT, Level.FAMILY, ""),), typed)
    tones = [[choice.tone for choice in one.questions[0].ratings] for one in section.items]
    assert tones == [["best", "fine", "weak", "critical"], ["critical", "weak", "fine", "best"]]
    assert [[tone for _label, _text, tone in one.anchors] for one in section.items] == tones
    assert [one.is_critical for one in section.items] == [False, True]
    assert section.weak == 1
