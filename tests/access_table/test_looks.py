"""Whoever reads a page of a family stands in the journal, whichever way he or she came to it."""

from tests.access_table.addresses import places
from tests.access_table.doors import at_each
from tests.access_table.expected import EXPECTED, Row
from tests.access_table.test_every_door import SUBJECTS, address_of
from tests.access_table.world import WATCHED

# One's own begun form, thrown away: nobody else's words stand on the page that asks.
NOT_A_LOOK = {"today:throw_away"}
# An import is a file that its owner brought; who brought it and what became of it stands in lines of their own.
OF_A_FAMILY = frozenset(SUBJECTS) - {"run_id"} | {"paper_id", "person_id", "placement_id", "family_id"}
PAGES = sorted(name for name in EXPECTED if OF_A_FAMILY & set(places(name)) and name not in NOT_A_LOOK)


@at_each(PAGES)
def test_a_page_of_a_family_leaves_a_line(world, name):
    row: Row = EXPECTED[name]
    reader = next((one for one in WATCHED if one in row.who), None)
    assert reader, f"nobody of the three reads {name}"
    answer = world.get(reader, address_of(name, world.parameters, **row.with_id))
    assert answer.status_code != 200 or answer.is_noted, f"{name} was read by {reader}, and the journal does not know"
