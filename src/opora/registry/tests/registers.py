"""Registers as Hypothesis invents them."""

from datetime import date, timedelta

from hypothesis import strategies as st

from opora.registry.rules.header import Layout
from opora.registry.rules.register import RegistryRow
from opora.registry.tests.workbooks import SHELTER_TITLES, SUPPORT_TITLES, cells_of, table, workbook

# The last follow-up a row may hold, 1050 days later, is over on the day the tests read: one to come is only planned.
DAYS = st.dates(date(2000, 1, 1), date(2024, 1, 1))
CODE = st.builds("{}{}".format, st.sampled_from("АБВГДЕЖЗИКЛМНОПРСТУФ"), st.integers(1, 9999))


@st.composite
def registry_rows(draw, layout, number):
    parent, *children = draw(st.lists(CODE, min_size=2, max_size=5, unique=True))
    opened = draw(DAYS)
    closed = draw(st.none() | st.integers(0, 900).map(lambda days: opened + timedelta(days)))
    shelter = layout is Layout.SHELTER
    return RegistryRow(
        "Лист1",
        number + 2,
        layout,
        "1 ЕФО КЦ" if shelter else "1 ЕФО МР",
        parent,
        tuple(children),
        f"{number + 1}/2021 лд",
        opened,
        closed,
        opened + timedelta(draw(st.integers(0, 400))) if shelter and draw(st.booleans()) else None,
        closed + timedelta(draw(st.integers(0, 150))) if shelter and closed and draw(st.booleans()) else None,
        draw(st.integers(0, 48)),
        draw(st.none() | st.integers(0, 48)) if closed else None,
    )


@st.composite
def registers(draw):
    layout = draw(st.sampled_from(Layout))
    count = draw(st.integers(1, 5))
    return layout, [draw(registry_rows(layout, number)) for number in range(count)]


def file_of(layout, rows):
    """The workbook in which an organization would keep these rows."""
    titles = SHELTER_TITLES if layout is Layout.SHELTER else SUPPORT_TITLES
    return workbook({"Лист1": table(*(cells_of(row, titles) for row in rows), titles=titles)})
