"""The door: who comes in, who is slowed down, and what a stranger can learn from the answers (nothing)."""

import argparse
import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.core.cache import cache
from django.test import Client

from opora.access import actions, queries
from opora.access.rules import Role
from opora.access.tests.people import PASSWORD, account, administrator, somebody
from opora.audit.models import JournalEntry
from opora.cli import let_in
from opora.web.access import second_factor
from opora.web.access.devices import describe

pytestmark = pytest.mark.django_db

NEW = "шесть других слов тоже никак"


@pytest.fixture(autouse=True)
def _empty_throttle():
    cache.clear()


def _sign_in(client: Client, email: str, password: str = PASSWORD, **headers):
    return client.post("/account/login/", {"login": email, "password": password}, **headers)


def _text(response) -> str:
    return response.content.decode()


def _code(secret: str, step: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + step))


def _confirm(client: Client, path: str):
    """Type the password once more where a page asks for it, and come back."""
    asked = client.get(path)
    assert asked.status_code == 302
    assert "/reauthenticate/" in asked["Location"]
    return client.post(asked["Location"], {"password": PASSWORD})


def _add_app(client: Client) -> str:
    """Add a code app to the account signed in here; gives its secret."""
    _confirm(client, "/account/2fa/totp/activate/")
    page = _text(client.get("/account/2fa/totp/activate/"))
    secret = re.search(r'<code class="secret">(\w+)</code>', page).group(1)
    done = client.post("/account/2fa/totp/activate/", {"code": _code(secret, -1)})
    assert done.status_code == 302
    return secret


class TestPassword:
    def test_the_right_password_opens(self, client):
        worker = account(somebody(Role.SPECIALIST))
        response = _sign_in(client, worker.email.upper())
        assert (response.status_code, response["Location"]) == (302, "/")
        assert JournalEntry.objects.filter(verb="access.signed_in", actor_id=worker.pk).exists()

    def test_one_leads_back_to_where_one_wanted_to_go(self, client):
        worker = account(somebody(Role.SPECIALIST))
        asked = client.get("/account/")
        assert asked["Location"] == "/account/login/?next=%2Faccount%2F"
        response = client.post(asked["Location"], {"login": worker.email, "password": PASSWORD, "next": "/account/"})
        assert response["Location"] == "/account/"

    def test_one_is_never_led_to_another_site(self, client):
        worker = account(somebody(Role.SPECIALIST))
        response = client.post(
            "/account/login/", {"login": worker.email, "password": PASSWORD, "next": "https://evil.example/"}
        )
        assert response["Location"] == "/"

    def test_a_wrong_password_and_an_unknown_address_sound_alike(self, client):
        worker = account(somebody(Role.SPECIALIST))
        wrong = _text(_sign_in(client, worker.email, "не тот пароль совсем"))
        unknown = _text(_sign_in(client, "nobody@example.org", "не тот пароль совсем"))
        said = "Почта или пароль указаны неверно."
        assert said in wrong
        assert said in unknown

    def test_after_five_wrong_passwords_even_the_right_one_waits(self, client):
        worker = account(somebody(Role.SPECIALIST))
        for _ in range(5):
            _sign_in(client, worker.email, "не тот пароль совсем")
        response = _sign_in(client, worker.email)
        assert response.status_code == 200
        assert "Слишком много попыток входа. Подождите пять минут" in _text(response)

    def test_another_host_name_or_spelling_does_not_start_a_new_count(self, client, settings):
        settings.ALLOWED_HOSTS = ["*"]
        worker = account(somebody(Role.SPECIALIST))
        for n in range(5):
            _sign_in(client, worker.email.title(), "не тот пароль совсем", headers={"host": f"h{n}.example.org"})
        assert "Слишком много попыток" in _text(_sign_in(client, worker.email))

    def test_a_forged_forwarding_header_does_not_start_a_new_count(self, client):
        worker = account(somebody(Role.SPECIALIST))
        for n in range(5):
            _sign_in(client, worker.email, "не тот пароль", headers={"x-forwarded-for": f"10.0.0.{n}"})
        assert "Слишком много попыток" in _text(_sign_in(client, worker.email))

    def test_other_people_are_not_slowed_down_by_it(self, client):
        worker, other = account(somebody(Role.SPECIALIST)), account(somebody(Role.SPECIALIST))
        for _ in range(6):
            _sign_in(client, worker.email, "не тот пароль совсем")
        assert _sign_in(client, other.email).status_code == 302

    def test_trying_many_addresses_from_one_place_is_slowed_down(self, client):
        answers = [_sign_in(client, f"guess{n}@example.org", "пароль") for n in range(32)]
        assert "Слишком много попыток" in _text(answers[-1])

    def test_a_closed_account_does_not_open(self, client):
        keeper, worker = administrator(), somebody(Role.SPECIALIST)
        actions.deactivate(actor=keeper, user_id=worker.user_id)
        response = _sign_in(client, account(worker).email)
        assert response["Location"] == "/account/inactive/"
        assert client.get("/account/").status_code == 302

    def test_nobody_signs_up(self, client):
        for path in ("/account/signup/", "/accounts/signup/", "/account/email/", "/account/login/code/"):
            assert client.get(path).status_code == 404

    def test_a_form_from_elsewhere_is_refused(self):
        worker = account(somebody(Role.SPECIALIST))
        strict = Client(enforce_csrf_checks=True)
        assert _sign_in(strict, worker.email).status_code == 403


class TestSession:
    def test_closing_access_ends_sessions_at_once_and_for_good(self, client):
        keeper, worker = administrator(), somebody(Role.SPECIALIST)
        _sign_in(client, account(worker).email)
        assert client.get("/account/").status_code == 200
        actions.deactivate(actor=keeper, user_id=worker.user_id)
        assert client.get("/account/").status_code == 302
        actions.reactivate(actor=keeper, user_id=worker.user_id)
        assert client.get("/account/").status_code == 302

    def test_a_role_taken_away_is_gone_at_the_next_page(self, client):
        keeper, other = administrator(), administrator()
        _sign_in(client, account(other).email)
        assert client.get("/people/").status_code == 200
        actions.change_roles(actor=keeper, user_id=other.user_id, grants=[(Role.SPECIALIST, None)])
        assert client.get("/people/").status_code == 404

    def test_the_cookie_is_kept_from_scripts_and_other_sites_and_ends_with_the_browser(self, client):
        _sign_in(client, account(somebody(Role.SPECIALIST)).email)
        cookie = client.cookies["opora_session"]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert cookie["expires"] == ""

    def test_signing_in_gives_the_session_a_new_name(self, client):
        client.get("/account/login/")
        client.session.save()
        before = client.session.session_key
        _sign_in(client, account(somebody(Role.SPECIALIST)).email)
        assert client.session.session_key != before

    def test_other_devices_can_be_signed_out(self, client):
        worker = account(somebody(Role.SPECIALIST))
        phone = Client()
        _sign_in(phone, worker.email)
        _sign_in(client, worker.email)
        client.post("/account/sessions/")
        assert client.get("/account/").status_code == 200
        assert phone.get("/account/").status_code == 302
        assert JournalEntry.objects.filter(verb="access.other_sessions_ended", actor_id=worker.pk).exists()

    def test_signing_out_needs_a_form(self, client):
        _sign_in(client, account(somebody(Role.SPECIALIST)).email)
        assert client.get("/account/logout/").status_code == 200
        assert client.get("/account/").status_code == 200
        client.post("/account/logout/")
        assert client.get("/account/").status_code == 302


class TestNewPassword:
    def test_a_changed_password_keeps_this_device_and_ends_the_others(self, client):
        worker = account(somebody(Role.SPECIALIST))
        phone = Client()
        _sign_in(phone, worker.email)
        _sign_in(client, worker.email)
        given = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
        assert client.post("/account/password/change/", given)["Location"] == "/account/"
        assert client.get("/account/").status_code == 200
        assert phone.get("/account/").status_code == 302
        assert JournalEntry.objects.filter(verb="access.password_changed", actor_id=worker.pk).exists()

    @pytest.mark.parametrize("weak", ["короткий", "123456789012", "password1234", "worker-777@example"])
    def test_a_weak_password_is_not_taken(self, client, weak):
        worker = account(somebody(Role.SPECIALIST, email="worker-777@example.org"))
        _sign_in(client, worker.email)
        given = {"oldpassword": PASSWORD, "password1": weak, "password2": weak}
        assert client.post("/account/password/change/", given).status_code == 200
        worker.refresh_from_db()
        assert worker.check_password(PASSWORD)

    def test_a_letter_with_a_link_sets_a_new_one_once(self, client):
        worker = account(somebody(Role.SPECIALIST))
        client.post("/account/password/reset/", {"email": worker.email})
        link = re.search(r"http://testserver(/\S+)", mail.outbox[0].body).group(1)
        form = client.get(link)["Location"]
        done = client.post(form, {"password1": NEW, "password2": NEW})
        assert done.status_code == 302
        assert _sign_in(Client(), worker.email, NEW).status_code == 302
        assert "Ссылка больше не действует" in _text(Client().get(link))

    def test_the_first_visitor_is_led_to_the_link_in_the_terminal(self, client):
        assert "Откройте одноразовую ссылку" in _text(client.get("/account/login/"))
        somebody(Role.SPECIALIST)
        assert "Откройте одноразовую ссылку" not in _text(client.get("/account/login/"))

    def test_without_a_mail_server_no_letter_is_promised(self, client, settings):
        settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
        page = _text(client.get("/account/password/reset/"))
        assert "Попросите администратора" in page
        assert "Прислать ссылку" not in page

    def test_an_unknown_address_gets_the_same_page_and_no_letter(self, client):
        known = client.post("/account/password/reset/", {"email": account(somebody(Role.SPECIALIST)).email})
        mail.outbox.clear()
        unknown = client.post("/account/password/reset/", {"email": "nobody@example.org"})
        assert (unknown.status_code, unknown["Location"]) == (known.status_code, known["Location"])
        assert mail.outbox == []

    def test_somebody_whose_access_is_closed_gets_no_letter_and_no_new_password(self, client):
        keeper, worker = administrator(), somebody(Role.SPECIALIST)
        client.post("/account/password/reset/", {"email": account(worker).email})
        link = re.search(r"http://testserver(/\S+)", mail.outbox[0].body).group(1)
        actions.deactivate(actor=keeper, user_id=worker.user_id)
        assert "Ссылка больше не действует" in _text(client.get(link))
        mail.outbox.clear()
        client.post("/account/password/reset/", {"email": account(worker).email})
        assert mail.outbox == []

    def test_a_broken_mail_server_breaks_no_page(self, client, settings):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_PORT = 1
        response = client.post("/account/password/reset/", {"email": account(somebody(Role.SPECIALIST)).email})
        assert response["Location"] == "/account/password/reset/done/"

    def test_letters_asked_for_too_often_end_in_a_clear_sentence(self, client):
        worker = account(somebody(Role.SPECIALIST))
        answers = [client.post("/account/password/reset/", {"email": worker.email}) for _ in range(4)]
        assert answers[-1].status_code == 429
        assert "Слишком много попыток" in _text(answers[-1])

    def test_who_keeps_the_accounts_hands_over_a_link_that_works_once(self, client):
        keeper, worker = administrator(), somebody(Role.SPECIALIST)
        client.force_login(account(keeper))
        page = _text(client.post(f"/people/{worker.user_id}/password-link/"))
        link = re.search(r'value="http://testserver([^"]+)"', page).group(1)
        visitor = Client()
        visitor.post(visitor.get(link)["Location"], {"password1": NEW, "password2": NEW})
        assert account(worker).check_password(NEW)
        assert "Ссылка больше не действует" in _text(Client().get(link))


class TestSecondFactor:
    def test_adding_one_asks_for_the_password_first(self, client):
        _sign_in(client, account(somebody(Role.SPECIALIST)).email)
        response = client.post("/account/2fa/totp/activate/", {"code": "123456"})
        assert "/account/reauthenticate/" in response["Location"]
        assert not Authenticator.objects.exists()

    def test_with_one_the_password_alone_opens_nothing(self, client):
        worker = account(somebody(Role.SPECIALIST))
        _sign_in(client, worker.email)
        secret = _add_app(client)
        visitor = Client()
        assert _sign_in(visitor, worker.email)["Location"] == "/account/2fa/authenticate/"
        assert visitor.get("/account/").status_code == 302
        assert visitor.post("/account/2fa/authenticate/", {"code": "000000"}).status_code == 200
        assert visitor.post("/account/2fa/authenticate/", {"code": _code(secret)})["Location"] == "/"
        assert visitor.get("/account/").status_code == 200

    def test_a_code_counts_once(self, client):
        worker = account(somebody(Role.SPECIALIST))
        _sign_in(client, worker.email)
        code = _code(_add_app(client))
        first, second = Client(), Client()
        _sign_in(first, worker.email)
        _sign_in(second, worker.email)
        assert first.post("/account/2fa/authenticate/", {"code": code}).status_code == 302
        assert "Код не подошёл" in _text(second.post("/account/2fa/authenticate/", {"code": code}))

    def test_guessing_codes_is_slowed_down(self, client):
        worker = account(somebody(Role.SPECIALIST))
        _sign_in(client, worker.email)
        secret = _add_app(client)
        thief = Client()
        _sign_in(thief, worker.email)
        for _ in range(5):
            thief.post("/account/2fa/authenticate/", {"code": "000000"})
        answer = thief.post("/account/2fa/authenticate/", {"code": _code(secret)})
        assert "Слишком много попыток" in _text(answer)

    def test_a_recovery_code_opens_once(self, client):
        worker = account(somebody(Role.SPECIALIST))
        _sign_in(client, worker.email)
        _add_app(client)
        codes = re.findall(r"<li><code>(\d{8})</code></li>", _text(client.get("/account/2fa/recovery-codes/")))
        assert len(codes) == 10
        for expected in (302, 200):
            visitor = Client()
            _sign_in(visitor, worker.email)
            answer = visitor.post("/account/2fa/authenticate/", {"code": codes[0]})
            assert answer.status_code == expected

    def test_the_secret_lies_sealed_in_the_database(self, client):
        _sign_in(client, account(somebody(Role.SPECIALIST)).email)
        secret = _add_app(client)
        kept = [str(row.data) for row in Authenticator.objects.all()]
        assert kept
        assert all(secret not in data for data in kept)

    def test_switching_on_and_off_and_new_codes_stand_in_the_journal(self, client):
        worker = account(somebody(Role.SPECIALIST))
        _sign_in(client, worker.email)
        _add_app(client)
        client.post("/account/2fa/recovery-codes/generate/")
        client.post("/account/2fa/totp/deactivate/")
        verbs = set(JournalEntry.objects.filter(actor_id=worker.pk).values_list("verb", flat=True))
        assert {"access.second_factor_on", "access.recovery_codes_made", "access.second_factor_off"} <= verbs
        assert not Authenticator.objects.exists()

    def test_where_it_is_required_nobody_goes_on_without_one(self, client):
        keeper, worker = administrator(), account(somebody(Role.SPECIALIST))
        actions.require_second_factor(actor=keeper, policy="everybody")
        _sign_in(client, worker.email)
        assert client.get("/account/")["Location"] == "/account/2fa/totp/activate/"
        fragment = client.get("/account/", headers={"hx-request": "true"})
        assert fragment.headers["HX-Redirect"] == "/account/2fa/totp/activate/"
        _add_app(client)
        assert client.get("/account/").status_code == 200

    def test_where_it_is_required_it_cannot_be_switched_off(self, client):
        keeper, worker = administrator(), account(somebody(Role.SPECIALIST))
        _sign_in(client, worker.email)
        _add_app(client)
        actions.require_second_factor(actor=keeper, policy="everybody")
        client.post("/account/2fa/totp/deactivate/")
        assert Authenticator.objects.filter(user=worker, type="totp").exists()

    def test_a_lost_one_is_switched_off_by_who_keeps_the_accounts(self, client):
        keeper, worker = administrator(), somebody(Role.SPECIALIST)
        _sign_in(client, account(worker).email)
        _add_app(client)
        actions.reset_second_factor(actor=keeper, user_id=worker.user_id)
        assert not queries.get_person(actor=keeper, user_id=worker.user_id).has_second_factor
        assert client.get("/account/").status_code == 302
        assert _sign_in(client, account(worker).email)["Location"] == "/"


@pytest.mark.parametrize(
    ("user_agent", "said"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120 Safari/537.36", "Chrome, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/120 YaBrowser/24 Safari/537.36", "Яндекс Браузер, Android"),
        ("curl/8.1", "curl/8.1"),
        ("", ""),
    ],
)
def test_devices_are_named_as_people_name_them(user_agent, said):
    assert describe(user_agent) == said


class TestLettingIn:
    def test_the_command_prints_a_link_that_works_once_and_switches_the_lost_factor_off(self, client, capsys):
        keeper = account(somebody(Role.ADMINISTRATOR, Role.HEAD))
        _sign_in(client, keeper.email)
        _add_app(client)
        given = argparse.Namespace(email=keeper.email, lost_phone=True, host="127.0.0.1", port=8000)
        assert let_in.run(given) == 0
        path = capsys.readouterr().out.strip().removeprefix("http://127.0.0.1:8000")
        visitor = Client()
        visitor.post(visitor.get(path)["Location"], {"password1": NEW, "password2": NEW})
        assert _sign_in(visitor, keeper.email, NEW)["Location"] == "/"


class TestSealing:
    def test_what_was_sealed_under_an_earlier_secret_still_opens(self):
        sealed = second_factor.seal("ключ", ["старый"])
        assert second_factor.unseal(sealed, ["новый", "старый"]) == "ключ"

    def test_another_secret_does_not_open(self):
        from cryptography.fernet import InvalidToken

        with pytest.raises(InvalidToken):
            second_factor.unseal(second_factor.seal("ключ", ["один"]), ["другой"])

    def test_the_picture_holds_no_style_of_its_own(self):
        picture = second_factor.draw_qr("otpauth://totp/x?secret=ABC", "код")
        assert "style" not in picture
        assert 'role="img"' in picture
