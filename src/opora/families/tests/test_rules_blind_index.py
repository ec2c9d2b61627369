"""Search over sealed names: forgiving to whoever types, silent to whoever reads the database."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from opora.common.text import words
from opora.families.rules import BlindIndex, Identity

INDEX = BlindIndex(b"k" * 32)
YELKINA = Identity(
    surname="Ёлкина",
    given="Анна",
    patronymic="Петровна",
    birth_date=date(1994, 3, 12),
    phones=("+7 (921) 123-45-67", "бабушка, 8 812 555 01 02"),
)

russian = st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюя", min_size=2, max_size=20).map(str.capitalize)
names = st.builds(Identity, surname=russian, given=russian, patronymic=russian | st.just(""))


def finds(index: BlindIndex, typed: str, identity: Identity) -> bool:
    asked = index.asked(typed)
    return bool(asked) and asked <= index.tokens(identity)


@pytest.mark.parametrize(
    "typed",
    [
        "Ёлкина",
        "елкина",
        "  ЕЛКИНА  анна ",
        "анна елкина",
        "елк",
        "пет елк анн",
        "елкина 12.03.1994",
        "12.3.1994",
        "1994-03-12",
        "89211234567",
        "921 123-45-67",
        "+7(812)5550102 елк",
        "123-45-67",
    ],
)
def test_she_is_found(typed: str) -> None:
    assert finds(INDEX, typed, YELKINA)


@pytest.mark.parametrize(
    "typed", ["Елкин И", "Иванова", "елкина 13.03.1994", "лкина", "1234568", "", "ё", "е л", "31.02.1994"]
)
def test_she_is_not_found(typed: str) -> None:
    assert finds(INDEX, typed, YELKINA) is (typed == "Елкин И")


@given(names, st.data())
def test_three_letters_of_any_part_of_the_name_find_its_bearer(identity: Identity, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from([identity.surname, identity.given]))
    length = data.draw(st.integers(3, 20)) if len(word) > 3 else len(word)
    typed = data.draw(st.sampled_from([str.upper, str.lower, str.title]))(word[:length])
    assert finds(INDEX, f"  {typed.replace('ё', 'е')} ", identity)


@given(names, names)
def test_a_whole_name_finds_only_names_that_begin_so(one: Identity, other: Identity) -> None:
    assume(not any(word.startswith(words(one.surname)[0][:12]) for word in words(other.full_name)))
    assert not finds(INDEX, one.surname, other)


@given(names)
def test_fingerprints_never_hold_the_name(identity: Identity) -> None:
    tokens = INDEX.tokens(identity)
    assert all(len(token) == 16 for token in tokens)
    joined = b"|".join(sorted(tokens))
    for word in (identity.surname, identity.given, identity.surname.lower()):
        if len(word) >= 3:
            assert word.encode() not in joined
            assert word.encode("utf-16-le") not in joined
            assert word.encode("cp1251") not in joined or len(word) < 4


@given(names, st.binary(min_size=32, max_size=32))
def test_another_key_makes_other_fingerprints(identity: Identity, key: bytes) -> None:
    assume(key != INDEX.key)
    assert not INDEX.tokens(identity) & BlindIndex(key).tokens(identity)


def test_kinds_are_apart() -> None:
    as_phone = INDEX.phones(["19940312"])
    assert as_phone and not as_phone & {INDEX.born(date(1994, 3, 12))}
    assert not INDEX.names("анна") & INDEX.phones(["анна 55555"])


def test_a_short_surname_is_found_whole() -> None:
    assert finds(INDEX, "Ли", Identity(surname="Ли", given="Юна"))
    assert not finds(INDEX, "Ли", Identity(surname="Лидина", given="Юна"))


def test_a_short_key_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        BlindIndex(b"short")


def test_the_key_is_not_shown_by_accident() -> None:
    assert "kkk" not in repr(INDEX)
