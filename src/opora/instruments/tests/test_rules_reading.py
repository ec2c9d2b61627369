"""A form file is either read whole or every mistake in it is told in words that help to mend it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.common.findings import WARNING, has_errors
from opora.instruments.rules import definition_from_data, fingerprint, read_instrument
from opora.instruments.tests.forms import SMALL, whole_form

MISTAKES = [
    ("a quote is missing", 'title.ru = "Малая форма"', 'title.ru = "Малая форма', "mini.toml:4: The file cannot be"),
    ("no code", 'code = "mini"', "", "“code” is missing. Add a line such as: code = "),
    ("a code with spaces", 'code = "mini"', 'code = "моя форма"', "characters that codes do not have"),
    ("version in words", "version = 1", 'version = "первая"', "“version” cannot be 'первая'"),
    ("version nought", "version = 1", "version = 0", "must lie between 1 and"),
    ("no title", 'title.ru = "Малая форма"', "", "“title” has no Russian words"),
    ("a misspelled key", "weak_from = 2", "weak_form = 2", "Perhaps you meant “weak_from”"),
    ("weak from the best answer", "weak_from = 2", "weak_from = 0", "no such answer past the best one"),
    ("weak from a value outside the scale", "weak_from = 2", "weak_from = 5", "one of 1, 2"),
    ("critical better than weak", "weak_from = 2", "weak_from = 2\ncritical_from = 1", "not better than weak_from"),
    ("a value twice", "value = 1", "value = 0", "growing, different values"),
    ("values out of order", "value = 0", "value = 9", "growing, different values"),
    ("a broken value", "value = 0", 'value = "ноль"', "“value” cannot be 'ноль'"),
    ("an unknown scoring rule", "version = 1", 'version = 1\nscoring = "average"', "Allowed: count_weak, sum_scores"),
    ("a section without a title", 'title.ru = "Жильё"', "", "section 1: “title” has no Russian words"),
    ("a misspelled level", 'level = "child"', 'level = "chlid"', "Perhaps you meant “child”"),
    ("an item without a level", 'level = "family"', "", "item 1.1: “level” is missing"),
    ("an item without words", 'text.ru = "Есть где жить"', "", "item 1.1: “text” has no Russian words"),
    ("words that are a number", 'text.ru = "Есть где жить"', "text.ru = 5", "“text” cannot be"),
    ("a code twice", 'code = "1.2"', 'code = "1.1"', "stands 2 times"),
    ("ages the wrong way round", "age_min = 3", "age_min = 18", "nobody is that old"),
    ("an age for the family", 'level = "family"', 'level = "family"\nage_min = 3', "does not rate a child"),
    ("a negative age", "age_min = 3", "age_min = -1", "between 0 and 18"),
    ("a position twice", "age_min = 3", "age_min = 3\nposition = 0", "Position 0 is taken by the items 1.1, 1.2"),
    ("too few descriptions", "age_min = 3", 'age_min = 3\nanchors.ru = ["да", "нет"]', "has 2 descriptions"),
    ("safety in words", "age_min = 3", 'age_min = 3\nsafety = "да"', "“safety” cannot be 'да'"),
    ("a replacement of what is there", "age_min = 3", 'age_min = 3\nreplaces = "1.1"', "still in the form"),
]


def test_a_broken_scale_hides_no_slip_in_an_item():
    spoiled = SMALL.replace("weak_from = 2", "weak_from = 9", 1).replace("age_min = 3", "safty = true", 1)
    texts = [finding.text() for finding in read_instrument(spoiled).findings]
    assert any("no such answer" in text for text in texts), texts
    assert any("“safty” is not known" in text for text in texts), texts


def test_a_correct_file_is_read():
    reading = read_instrument(SMALL, "mini.toml")
    assert reading.findings == ()
    assert [item.code for item in reading.definition.items] == ["1.1", "1.2"]
    assert [item.position for item in reading.definition.items] == [0, 1]
    assert reading.definition.scale.critical_from == 2, "the worst answer is critical unless the file says otherwise"


@pytest.mark.parametrize(
    ("right", "wrong", "said"), [case[1:] for case in MISTAKES], ids=[case[0] for case in MISTAKES]
)
def test_a_planted_mistake_is_named(right, wrong, said):
    assert right in SMALL
    reading = read_instrument(SMALL.replace(right, wrong, 1), "mini.toml")
    assert reading.definition is None
    texts = [finding.text() for finding in reading.findings]
    assert any(said in text for text in texts), texts
    assert all(text.startswith("mini.toml") for text in texts)


def test_many_mistakes_are_told_at_once():
    broken = (
        SMALL.replace('code = "mini"', "").replace('level = "child"', 'level = "x"').replace("value = 1", "value = 0")
    )
    assert len([f for f in read_instrument(broken).findings if f.severity != WARNING]) >= 3


def test_a_finding_names_the_line_of_the_item():
    reading = read_instrument(SMALL.replace('level = "child"', 'level = "x"'), "mini.toml")
    line = SMALL.splitlines().index('code = "1.2"') + 1
    assert reading.findings[0].text().startswith(f"mini.toml:{line}, item 1.2: ")


def test_missing_english_is_a_warning_and_russian_stands_in():
    reading = read_instrument(SMALL.replace('text.en = "A place to live"\n', ""))
    assert [finding.severity for finding in reading.findings] == [WARNING]
    assert reading.definition.items[0].text.say("en") == "Есть где жить"


def test_nothing_to_judge_by_is_a_warning():
    without = SMALL.replace('weak_if.ru = "жить негде"\nweak_if.en = "nowhere to live"\n', "")
    reading = read_instrument(without)
    assert not has_errors(reading.findings)
    assert "Nothing tells the specialist" in reading.findings[0].text()


@given(st.text(max_size=300))
def test_no_text_makes_the_reader_fall(source):
    reading = read_instrument(source)
    assert reading.definition is None
    assert reading.findings


@given(st.data())
def test_no_removed_or_doubled_line_makes_the_reader_fall(data):
    lines = SMALL.splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(lines) - 1))
        lines[place : place + 1] = data.draw(st.sampled_from([[], [lines[place]] * 2, ["x = [1, 2]"], ["[section]"]]))
    read_instrument("\n".join(lines))


def test_the_fingerprint_depends_on_content_alone():
    data = whole_form().to_data()
    turned = dict(reversed(list(data.items())))
    assert fingerprint(data) == fingerprint(turned)
    assert fingerprint(data | {"version": 2}) != fingerprint(data)
    assert definition_from_data(data) == whole_form()


def test_a_reversed_item_is_read_and_told_as_a_remark():
    reading = read_instrument(SMALL.replace("age_min = 3", "age_min = 3\nreversed = true"))
    assert [one.is_reversed for one in reading.definition.items] == [False, True]
    (remark,) = reading.findings
    assert remark.severity == WARNING
    assert "1.2. There “Сильная сторона” is the worst answer" in remark.text()


def test_a_form_without_reversed_items_keeps_the_fingerprint_it_had():
    assert "reversed" not in str(read_instrument(SMALL).definition.to_data())


@pytest.mark.parametrize(
    ("line", "right", "meant"),
    [
        ("inverted = true", "age_min = 3", ""),
        ("reworked_scale = true", "age_min = 3", ""),
        ("revrsed = true", "age_min = 3", "reversed"),
        ("reverse = true", "age_min = 3", "reversed"),
        ('level = "parent"', 'level = "child"', ""),
        ('scoring = "average"\nversion = 1', "version = 1", ""),
    ],
)
def test_a_hint_names_only_what_was_mistyped_and_never_advises_to_remove(line, right, meant):
    """`reversed = true` was once answered with «reworded», and “parent” with “family”: both made a wrong form."""
    reading = read_instrument(SMALL.replace(right, line, 1))
    (said,) = [finding.text() for finding in reading.findings if finding.severity != WARNING]
    assert ("Perhaps you meant" in said) == bool(meant)
    assert f"“{meant}”" in said or not meant
    assert "emove" not in said


def test_every_broken_line_is_told_at_once():
    broken = SMALL.replace("version = 1", "version 1").replace('level = "child"', 'level = "child')
    told = [finding.text() for finding in read_instrument(broken, "mini.toml").findings]
    lines = broken.splitlines()
    assert [one.split(",")[0].split(": ")[0] for one in told] == [
        f"mini.toml:{lines.index(text) + 1}" for text in ("version 1", 'level = "child')
    ]


def test_faults_of_the_scale_do_not_hide_each_other():
    broken = SMALL.replace("weak_from = 2", "weak_from = 9\ncritical_from = 7").replace(
        "age_min = 3", 'age_min = 3\nanchors.ru = ["да", "нет"]'
    )
    told = " ".join(finding.text() for finding in read_instrument(broken).findings)
    assert all(part in told for part in ("weak_from” is 9", "critical_from” is 7", "has 2 descriptions"))
