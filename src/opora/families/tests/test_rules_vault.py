"""Sealing: only the right person's key opens, any change is noticed, a destroyed key is the end."""

import os
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.common.envelope import Locked
from opora.families.rules import Identity, Keyring, Sealed, Vault

VAULT = Vault(Keyring.new())
identities = st.builds(
    Identity,
    surname=st.text(max_size=30),
    given=st.text(max_size=30),
    birth_date=st.none() | st.dates(),
    phones=st.lists(st.text(max_size=20), max_size=3).map(tuple),
    notes=st.text(max_size=200),
)
ids = st.integers(1, 2**31)


@given(identities, ids)
def test_what_was_sealed_opens(identity: Identity, person_id: int) -> None:
    key = VAULT.new_person_key(person_id)
    assert VAULT.open(VAULT.seal(identity, key, person_id), key, person_id) == identity


@given(ids, st.data())
def test_any_altered_byte_is_noticed(person_id: int, data: st.DataObject) -> None:
    key = VAULT.new_person_key(person_id)
    envelope = VAULT.seal(Identity(surname="Иванова"), key, person_id)
    at = data.draw(st.integers(0, len(envelope) - 1))
    flip = data.draw(st.integers(1, 255))
    altered = envelope[:at] + bytes([envelope[at] ^ flip]) + envelope[at + 1 :]
    with pytest.raises(Locked):
        VAULT.open(altered, key, person_id)
    at = data.draw(st.integers(0, len(key.envelope) - 1))
    bad_key = replace(key, envelope=key.envelope[:at] + bytes([key.envelope[at] ^ flip]) + key.envelope[at + 1 :])
    with pytest.raises(Locked):
        VAULT.open(envelope, bad_key, person_id)


@given(st.integers(0, 60))
def test_a_cut_envelope_is_noticed(length: int) -> None:
    key = VAULT.new_person_key(1)
    with pytest.raises(Locked):
        VAULT.open(VAULT.seal(Identity(surname="Иванова", given="Анна"), key, 1)[:length], key, 1)


@given(ids, ids)
def test_a_record_moved_to_another_person_does_not_open(one: int, other: int) -> None:
    key = VAULT.new_person_key(one)
    envelope = VAULT.seal(Identity(surname="Иванова"), key, one)
    if one != other:
        with pytest.raises(Locked):
            VAULT.open(envelope, key, other)
    with pytest.raises(Locked):
        VAULT.open(envelope, VAULT.new_person_key(one), one)


def test_equal_names_look_different() -> None:
    key = VAULT.new_person_key(1)
    envelopes = {VAULT.seal(Identity(surname="Иванова"), key, 1) for _ in range(10)}
    assert len(envelopes) == 10
    assert not any("Иванова".encode() in envelope for envelope in envelopes)


def test_after_a_rotation_old_records_open_and_new_ones_use_the_new_key() -> None:
    old = VAULT.new_person_key(7)
    envelope = VAULT.seal(Identity(given="Пётр"), old, 7)
    later = Vault(VAULT.keyring.rotated())
    assert later.open(envelope, old, 7).given == "Пётр"
    fresh = later.rewrap(old, 7)
    assert fresh.key_id == later.keyring.current != old.key_id
    alone = Vault(later.keyring.only_current())
    assert alone.open(envelope, fresh, 7).given == "Пётр"
    with pytest.raises(Locked):
        alone.open(envelope, old, 7)


def test_another_installation_opens_nothing() -> None:
    key = VAULT.new_person_key(1)
    with pytest.raises(Locked):
        Vault(Keyring.new()).open(VAULT.seal(Identity(), key, 1), key, 1)
    with pytest.raises(Locked):
        VAULT.open(b"", Sealed("1", b""), 1)


def test_a_ring_survives_its_file_and_a_damaged_file_says_so() -> None:
    ring = VAULT.keyring.rotated()
    assert Keyring.from_json(ring.as_json()) == ring
    for damaged in ("", "{}", "[]", '{"current": "1", "sealing": [], "index": ""}', ring.as_json()[:-40]):
        with pytest.raises(ValueError):
            Keyring.from_json(damaged)


def test_keys_are_not_shown_by_accident() -> None:
    ring = Keyring({"1": os.urandom(32)}, "1", os.urandom(32))
    for shown in (repr(ring), repr(Vault(ring)), repr(Vault(ring).new_person_key(1))):
        assert "sealing" not in shown
        assert "index" not in shown
        assert "envelope" not in shown


def test_fields_of_a_later_version_are_passed_over() -> None:
    plain = Identity(given="Пётр", birth_date=date(2015, 1, 2)).as_plain() | {"later": 1}
    assert Identity.from_plain(plain) == Identity(given="Пётр", birth_date=date(2015, 1, 2))
