"""Second records of a person are noticed, and few hints are false: floors for `./opora bench --likeness`."""

from opora.bench.likeness import measure_likeness


def test_hardly_anybody_is_entered_twice_unnoticed_and_hardly_a_hint_is_false():
    measured = measure_likeness(people=600, planted=180)
    assert measured.planted.total() == 180
    assert len(measured.planted) == 13, "one kind of change was not planted"
    assert measured.recall >= 0.97
    assert measured.precision >= 0.92
