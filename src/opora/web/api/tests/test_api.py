"""Programs read by a token what its owner may read in one role; the description of it all is fuzzed."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    ignored_auth,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from opora.access import actions
from opora.access.models import ApiToken, User
from opora.access.rules import Actor, Role
from opora.audit.models import JournalEntry
from opora.common.dates import today
from opora.config.wsgi import application
from opora.registry.tests.houses import bring_in_ten_cases
from opora.release.tests.desk import closed
from opora.web.evidence.tests.test_pages import signed_in, words_of

pytestmark = pytest.mark.django_db
ALL = list(HealthCheck)
CHECKS: tuple[Any, ...] = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
    ignored_auth,
)


def owner(role: str) -> Actor:
    signed_in(role)
    user = User.objects.get(email=f"{role}@opora.example")
    return Actor(user.pk, user.name, frozenset({(role, None)}))


def secret_of(actor: Actor, **changes: Any) -> str:
    given = {"label": "Power BI", "role": next(iter(actor.roles)), "expires_on": today() + timedelta(days=30)}
    return actions.make_token(actor=actor, on=today(), **{**given, **changes})[1]


def ask(secret: str, address: str, **headers: str) -> Any:
    return Client().get(f"/api/v1/{address}", headers={"authorization": f"Bearer {secret}", **headers})


@pytest.fixture
def ten_cases() -> None:
    bring_in_ten_cases()


def test_a_program_reads_what_its_owner_may(ten_cases: None) -> None:
    secret = secret_of(owner(Role.ANALYST))
    found = ask(secret, "outcomes").json()
    assert sum(one["closed"] for one in found["data"]) == 10 and found["as_of"] == today().isoformat()
    names = {one["id"]: one for one in ask(secret, "indicators?from=2010-01-01").json()["data"]}
    assert names["IND-30"]["numerator"] == names["IND-30"]["denominator"] == 10
    assert len(ask(secret, "indicators/IND-30?to=2024-12-31").json()["data"]) == 12


def test_rows_of_cases_are_paged_and_only_for_those_who_export(ten_cases: None) -> None:
    secret = secret_of(owner(Role.ANALYST))
    program = next(one["program"] for one in ask(secret, "outcomes").json()["data"] if one["closed"] == 5)
    first = ask(secret, f"outcomes/cases?program={program}&limit=3").json()
    rest = Client().get(first["next"], headers={"authorization": f"Bearer {secret}"}).json()
    assert len(first["data"]) == 3 and len(rest["data"]) == 2 and rest["next"] is None
    assert ask(secret_of(owner(Role.CASE_MANAGER)), f"outcomes/cases?program={program}").status_code == 404


def test_the_same_answer_is_not_sent_again() -> None:
    secret = secret_of(owner(Role.ANALYST))
    mark = ask(secret, "programs").headers["ETag"]
    again = ask(secret, "programs", **{"if-none-match": mark})
    assert again.status_code == 304 and not again.content


@pytest.mark.parametrize("sent", ["", "opora_none", "opora_\x00"])
def test_without_a_token_in_force_nobody_is_answered(sent: str) -> None:
    answer = ask(sent, "programs")
    assert answer.status_code == 401 and answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert Client().get("/api/v1/programs").status_code == 401


def test_a_token_ends_with_its_day_its_role_and_its_owner() -> None:
    actor = owner(Role.ANALYST)
    secret = secret_of(actor)
    token = ApiToken.objects.get()
    assert secret not in json.dumps(list(ApiToken.objects.values()), default=str), "only the hash is kept"
    ApiToken.objects.update(expires_on=today() - timedelta(days=1))
    assert ask(secret, "programs").status_code == 401
    ApiToken.objects.update(expires_on=today() + timedelta(days=1))
    assert ask(secret, "programs").status_code == 200
    assert ApiToken.objects.get().last_used_on == today()
    User.objects.filter(pk=actor.user_id).update(is_active=False)
    assert ask(secret, "programs").status_code == 401
    User.objects.filter(pk=actor.user_id).update(is_active=True)
    actions.revoke_token(actor=owner(Role.ADMINISTRATOR), token_id=token.pk)
    assert ask(secret, "programs").status_code == 401
    verbs = set(JournalEntry.objects.values_list("verb", flat=True))
    assert {"access.token_made", "access.token_used", "access.token_revoked"} <= verbs


def test_a_token_opens_no_page_and_changes_nothing() -> None:
    secret = secret_of(owner(Role.HEAD))
    headers = {"authorization": f"Bearer {secret}"}
    assert Client().get("/cases/", headers=headers).status_code == 302
    assert Client().post("/api/v1/programs", headers=headers).status_code == 405


def test_what_its_owner_may_not_read_is_not_there_for_a_program() -> None:
    """Refusal looks like absence, in the language of programs."""
    answer = ask(secret_of(owner(Role.ANALYST)), "pathways")
    assert (answer.status_code, set(answer.json())) == (404, {"detail"})


def test_who_guesses_is_sent_away() -> None:
    for _time in range(30):
        assert ask("opora_guess", "programs").status_code == 401
    assert ask("opora_guess", "programs").status_code == 429


def test_a_token_is_shown_once_and_revoked_by_its_owner() -> None:
    analyst = signed_in(Role.ANALYST)
    until = (today() + timedelta(days=30)).strftime("%d.%m.%Y")
    typed = {"label": "Power BI", "role": "analyst", "expires_on": until}
    page = words_of(analyst.post("/connect/new/", typed).content)
    assert "Он виден только сейчас" in page
    page = words_of(analyst.get("/connect/").content)
    assert "Power BI" in page and "opora_" not in page.replace("opora_…", "")
    assert analyst.post("/connect/new/", {**typed, "role": "head"}).status_code == 422
    token = ApiToken.objects.get()
    assert signed_in(Role.HEAD).get("/connect/all/?as=xlsx").content.startswith(b"PK")
    assert signed_in(Role.CASE_MANAGER).post(f"/connect/{token.pk}/revoke/").status_code == 404
    assert analyst.post(f"/connect/{token.pk}/revoke/").status_code == 302
    token.refresh_from_db()
    assert token.revoked_at is not None


@pytest.fixture
def kept_connection() -> Iterator[None]:
    """Requests of a real server close the connection behind them; within a test it is needed on."""
    signals = (request_started, request_finished)
    for one in signals:
        one.disconnect(close_old_connections)
    yield
    for one in signals:
        one.connect(close_old_connections)


def test_the_description_holds_against_everything_that_can_be_sent(
    monkeypatch: pytest.MonkeyPatch, kept_connection: None
) -> None:
    """Whatever is asked is answered as described: no crash, no undescribed status, nothing wrong taken for right."""
    monkeypatch.setattr("opora.web.shell.programs.MOST_ASKED", 1_000_000)
    monkeypatch.setattr("opora.web.shell.programs.MOST_WRONG", 1_000_000)
    closed(3, change=1)
    secret = secret_of(owner(Role.ANALYST))
    headers = {"Authorization": f"Bearer {secret}", "Accept-Encoding": "identity"}
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app=application, headers=headers)
    asked = []

    def fuzz(case: schemathesis.Case) -> None:
        case.call_and_validate(headers=headers, checks=list(CHECKS))
        asked.append(case.operation.path)

    for found in schema.get_all_operations():
        operation = found.ok()
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            if mode is GenerationMode.NEGATIVE and not operation.query:
                continue
            quick = settings(max_examples=4, deadline=None, derandomize=True, database=None, suppress_health_check=ALL)
            quick(given(case=operation.as_strategy(generation_mode=mode))(fuzz))()
    assert len(set(asked)) == len(schema.raw_schema["paths"]) >= 8
