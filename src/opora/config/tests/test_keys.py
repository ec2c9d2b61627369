"""Keys that are missing, or are not those of this data, are noticed at the start; none is made anew in silence."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from opora.access.rules import SYSTEM
from opora.audit.actions import seal_journal
from opora.common.errors import Refused
from opora.config import ground, home, key_check
from opora.config import settings as config_settings
from opora.families import actions as families
from opora.families.keyring import KeysLost, keyring
from opora.families.rules import Identity, Keyring
from opora.intake.tests.factories import make_referral
from opora.papers.tests.factories import path_of_family


def somebody_has_a_name() -> None:
    family = families.create_family(actor=SYSTEM)
    identity = Identity(surname="Ветрова", given="Анна")
    families.add_person(actor=SYSTEM, family=family, role="mother", identity=identity)


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: Any) -> Iterator[Path]:
    monkeypatch.setenv("OPORA_HOME", str(tmp_path))
    settings.OPORA_HOME = tmp_path
    yield tmp_path
    home.missing.clear()
    home.made_now.clear()


def test_a_new_home_gets_its_secrets_once(place: Path) -> None:
    first = home.secret("journal-seal")
    assert home.secret("journal-seal") == first == (place / "keys" / "journal-seal").read_text()
    key_check.refuse_missing()


def test_of_two_first_starts_at_once_the_later_one_takes_the_secret_of_the_quicker(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def while_one_looks() -> bool:
        (place / "keys" / "journal-seal").write_text("the quicker one's")
        return True

    monkeypatch.setattr(home, "_holds_data", while_one_looks)
    assert home.secret("journal-seal") == "the quicker one's"
    assert not home.missing and not home.made_now


@pytest.mark.parametrize("data", ["pg/PG_VERSION", "files/ab", "journal-head", "keys/people.json"])
def test_a_secret_missing_beside_data_is_refused_with_its_file_and_the_way_back(place: Path, data: str) -> None:
    (place / data).parent.mkdir(parents=True, exist_ok=True)
    (place / data).touch()
    home.secret("journal-seal")
    assert not (place / "keys" / "journal-seal").exists()
    with pytest.raises(Refused, match=r"keys/journal-seal нет.*keys-from-sheet"):
        key_check.refuse_missing()


@pytest.mark.django_db
def test_the_seal_of_another_installation_is_refused_and_what_was_made_for_it_goes(place: Path, settings: Any) -> None:
    path_of_family()
    seal_journal()
    key_check.refuse_foreign()
    settings.JOURNAL_KEY = home.secret("journal-seal")
    with pytest.raises(Refused, match=r"journal-seal не от этих данных.*OPORA_HOME"):
        key_check.refuse_foreign()
    assert not (place / "keys" / "journal-seal").exists()


@pytest.mark.django_db
def test_one_touched_seal_keeps_nobody_from_starting(place: Path) -> None:
    from django.db import connection

    path_of_family()
    seal_journal()
    make_referral()
    seal_journal()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_journalseal DISABLE TRIGGER USER")
        newest = "(SELECT max(id) FROM audit_journalseal)"
        cursor.execute(f"UPDATE audit_journalseal SET digest = '\\x00' WHERE id = {newest}")
        cursor.execute("ALTER TABLE audit_journalseal ENABLE TRIGGER USER")
    key_check.refuse_foreign()


@pytest.mark.django_db
def test_the_keys_of_other_people_are_refused(place: Path) -> None:
    somebody_has_a_name()
    key_check.refuse_foreign()
    (place / "keys" / "people.json").write_text(Keyring.new().as_json())
    with pytest.raises(Refused, match=r"people\.json не от этих данных"):
        key_check.refuse_foreign()


@pytest.mark.django_db
def test_words_told_before_anybody_had_a_name_need_their_keys_too(place: Path) -> None:
    make_referral()
    (place / "keys" / "people.json").unlink()
    for ask in (keyring, key_check.refuse_foreign):
        with pytest.raises(KeysLost, match=r"people\.json.*keys-from-sheet"):
            ask()
    assert not (place / "keys" / "people.json").exists()


@pytest.mark.django_db
def test_the_keys_of_other_words_are_refused_before_anybody_had_a_name(place: Path) -> None:
    make_referral()
    key_check.refuse_foreign()
    (place / "keys" / "people.json").write_text(Keyring.new().as_json())
    with pytest.raises(Refused, match=r"people\.json не от этих данных"):
        key_check.refuse_foreign()


@pytest.mark.django_db
@pytest.mark.parametrize("name, setting", [("web-secret", "SECRET_KEY"), ("journal-seal", "JOURNAL_KEY")])
def test_a_secret_exchanged_since_the_last_start_is_refused_though_it_sealed_nothing_yet(
    place: Path, settings: Any, name: str, setting: str
) -> None:
    key_check.refuse_foreign()
    right = getattr(settings, setting)
    setattr(settings, setting, home.secret(name))
    with pytest.raises(Refused, match=rf"{name} не от этих данных.*OPORA_HOME.*keys-from-sheet"):
        key_check.refuse_foreign()
    assert not (place / "keys" / name).exists(), "what was made for a home that only seemed new goes again"
    setattr(settings, setting, right)
    key_check.refuse_foreign()


def test_every_secret_of_a_home_is_known_to_the_data() -> None:
    asked = set(re.findall(r"= secret\(\"(.+?)\"\)", Path(str(config_settings.__file__)).read_text()))
    assert asked == set(key_check._marks())


@pytest.mark.django_db
def test_a_start_refuses_before_it_touches_anything_sealed(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    somebody_has_a_name()
    (place / "keys" / "people.json").write_text(Keyring.new().as_json())
    monkeypatch.setattr(ground.database, "is_embedded", lambda: False)
    monkeypatch.setattr(ground, "migrate", lambda _say: None)
    monkeypatch.setattr(ground, "refresh_search", lambda _say: pytest.fail("it went on"))
    with pytest.raises(Refused, match="не от этих данных"):
        ground.prepare()
