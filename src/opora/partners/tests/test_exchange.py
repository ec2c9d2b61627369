"""The directory goes out as HSDS tables and comes back the same; a stranger's archive is looked at row by row."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.access.rules import SYSTEM, Role
from opora.cases.tests.factories import worker
from opora.common.errors import Invalid, NotFound, Refused
from opora.partners import actions, queries
from opora.partners.hsds import Entry, read, write
from opora.partners.models import Partner
from opora.partners.tables import TABLES, Unreadable
from opora.partners.tests.test_partners import DAY, partner

KINDS = ("charity", "other", "law")
TEXT = st.text(st.characters(categories=("L", "N"), include_characters=" -,;«»\"'№=+@\n"), min_size=1, max_size=40)
LINE = TEXT.map(str.strip).filter(bool)


def archive(**tables: str | bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as file:
        for name, text in tables.items():
            file.writestr(f"{name}.csv", text)
    return kept.getvalue()


@given(
    st.lists(
        st.builds(
            Entry,
            name=LINE,
            services=LINE,
            contacts=LINE,
            kind=st.sampled_from(KINDS),
            audience=st.one_of(st.just(""), LINE),
            area=st.one_of(st.just(""), LINE),
            conditions=st.one_of(st.just(""), LINE),
            documents=st.one_of(st.just(""), LINE),
            agreement=st.one_of(st.just(""), LINE),
            checked_on=st.one_of(st.none(), st.dates()),
            is_active=st.booleans(),
        ),
        min_size=1,
        max_size=5,
        unique_by=lambda one: (one.name.lower(), one.area.lower()),
    )
)
def test_what_goes_out_comes_back_the_same(entries: list[Entry]) -> None:
    assert [row.entry for row in read(write(entries), KINDS)] == entries


EVIL = '=HYPERLINK("http://evil";1)'
HOUSE = Entry(
    name=EVIL,
    services="Жильё; юрист, «врач»",
    contacts="+7 495 000-00-00, help@дом.рф, help@example.org, https://example.org/дом",
    conditions="@SUM(A1)\x00\x07",
    audience="'=уже",
    area="Тверь\u202e",
    documents="\t-1",
    checked_on=date(2026, 1, 5),
)


def columns(data: bytes) -> dict[str, list[str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        tables = {name: file.read(f"{name}.csv").decode() for name in TABLES}
    return {name: next(csv.reader(io.StringIO(text))) for name, text in tables.items()}


def test_official_tables_have_exactly_the_official_columns_and_are_described() -> None:
    """A strict reader refuses a column too few and one too many; the lists are those of HSDS 3.0."""
    data = write([HOUSE])
    found = columns(data)
    places = ["location_id", "service_id", "organization_id", "contact_id", "service_at_location_id"]
    assert found["phones"] == ["id", *places, "number", "extension", "type", "description"]
    assert len(found["organizations"]) == 13
    assert len(found["services"]) == 23
    assert not [name for table in found for name in found[table] if name.startswith("x_") and table != "x_opora"]
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        described = json.loads(file.read("datapackage.json"))["resources"]
    assert {one["path"][:-4]: [field["name"] for field in one["schema"]["fields"]] for one in described} == found


def test_no_cell_is_run_as_a_formula_and_none_holds_unseen_signs() -> None:
    with zipfile.ZipFile(io.BytesIO(write([HOUSE]))) as file:
        cells = [
            cell
            for name in TABLES
            for row in csv.reader(io.StringIO(file.read(f"{name}.csv").decode(), newline=""))
            for cell in row
        ]
    assert f"'{EVIL}" in cells
    assert "+7 495 000-00-00" in cells, "a number stays one that others can dial"
    assert not [cell for cell in cells if cell[:1] in "=@-" and cell]
    assert not [cell for cell in cells if {"\x00", "\x07", "\u202e"} & set(cell)]
    (row,) = read(write([HOUSE]), KINDS)
    assert row.entry == replace(HOUSE, conditions="@SUM(A1)", area="Тверь", documents="-1")


@pytest.mark.parametrize("first", ["", "sep=;\r\n"])
@pytest.mark.parametrize("encoding", ["windows-1251", "utf-8-sig", "utf-16"])
def test_tables_saved_again_by_a_russian_excel_are_read(encoding: str, first: str) -> None:
    """Semicolons, the encoding of Windows, days with points, and rows of nothing but separators."""
    house = replace(HOUSE, name="Приют «Дом» № 1", area="Тверь", conditions="", documents="")
    with zipfile.ZipFile(io.BytesIO(write([house]))) as file:
        tables = {}
        for name in TABLES:
            rows = list(csv.reader(io.StringIO(file.read(f"{name}.csv").decode(), newline="")))
            text = io.StringIO()
            csv.writer(text, delimiter=";").writerows(
                [["05.01.2026" if cell == "2026-01-05" else cell for cell in row] for row in rows]
            )
            empty = ";" * (len(rows[0]) - 1) + "\r\n"
            tables[name] = (first + text.getvalue() + empty * 3).encode(encoding)
    (row,) = read(archive(**tables), KINDS)
    assert row.entry == house


@pytest.mark.parametrize("data", [b"", b"no archive", archive(services="id,name\n1,a\n")])
def test_what_is_no_such_archive_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read(data, KINDS)


def test_a_strangers_tables_are_joined_into_entries_and_mistakes_are_named() -> None:
    rows = read(
        archive(
            organizations="id,name,description,email\na,Приют,Приют для матерей,help@example.org\nb,,Без имени,\n",
            services="id,organization_id,name,status,assured_date\n1,a,Жильё,active,2026-01-05\n2,a,Юрист,defunct,\n",
            phones="id,organization_id,number\n1,a,+7 495 000-00-00\n",
        ),
        KINDS,
    )
    first, second = rows
    assert first.entry == Entry(
        name="Приют",
        services="Жильё\nЮрист",
        contacts="+7 495 000-00-00\nhelp@example.org",
        checked_on=date(2026, 1, 5),
    )
    assert (second.number, second.entry, second.wrong) == (3, None, ("name", "contacts"))


@pytest.mark.django_db
class TestTakingIn:
    def test_the_rating_is_never_handed_out(self) -> None:
        partner(rating=2)
        with zipfile.ZipFile(io.BytesIO(actions.export_directory(actor=SYSTEM))) as file:
            assert not any(b"rating" in file.read(name) for name in file.namelist())

    def test_an_archive_is_looked_at_before_it_changes_anything(self) -> None:
        partner("Знакомый")
        data = actions.export_directory(actor=SYSTEM)
        Partner.objects.update(contacts="8 800 000-00-00", rating=5)
        partner("Незнакомый в архиве")
        (line,) = queries.preview(actor=SYSTEM, data=data, on=DAY)
        assert (line.outcome, len(line.fields)) == ("changed", 1)
        assert Partner.objects.get(name="Знакомый").contacts == "8 800 000-00-00"
        assert actions.import_directory(actor=SYSTEM, data=data, on=DAY) == (0, 1)
        known = Partner.objects.get(name="Знакомый")
        assert (known.contacts, known.rating) == ("+7 495 000-00-00", 5)
        assert actions.import_directory(actor=SYSTEM, data=data, on=DAY) == (0, 0)

    def test_rows_with_mistakes_are_left_out_and_the_others_taken(self) -> None:
        data = write(
            [
                Entry(name="Будущее", services="а", contacts="б", checked_on=date(2027, 1, 1)),
                Entry(name="Хороший", services="а", contacts="б"),
            ]
        )
        assert [one.outcome for one in queries.preview(actor=SYSTEM, data=data, on=DAY)] == ["wrong", "new"]
        assert actions.import_directory(actor=SYSTEM, data=data, on=DAY) == (1, 0)

    def test_who_may_not_change_the_directory_takes_nothing_in(self) -> None:
        data = write([Entry(name="А", services="а", contacts="б")])
        with pytest.raises(Refused):
            actions.import_directory(actor=worker(Role.SPECIALIST), data=data, on=DAY)
        with pytest.raises(NotFound):
            actions.export_directory(actor=worker(Role.VOLUNTEER))
        with pytest.raises(Invalid):
            queries.preview(actor=SYSTEM, data=b"?", on=DAY)
