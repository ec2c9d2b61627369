"""Letters go where OPORA_MAIL says, and nowhere without it."""

import pytest

from opora.config.mail import from_url


def test_without_a_mail_server_nothing_is_sent_and_nothing_is_printed():
    assert from_url("") == {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}


@pytest.mark.parametrize(
    ("url", "port", "tls"),
    [("smtp://a%40b:p%3Aw@mail.example", 587, True), ("smtps://mail.example", 465, False)],
)
def test_a_mail_server_is_named_by_its_address(url, port, tls):
    found = from_url(url)
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"], found["EMAIL_USE_TLS"]) == ("mail.example", port, tls)
    assert found["EMAIL_USE_SSL"] is not tls
    assert found["EMAIL_HOST_USER"] in {"a@b", ""}
    assert found["EMAIL_HOST_PASSWORD"] in {"p:w", ""}


@pytest.mark.parametrize("url", ["mail.example.org", "http://mail.example.org", "smtp://"])
def test_a_wrong_address_is_refused_with_an_example(url):
    with pytest.raises(ValueError, match="OPORA_MAIL must look like"):
        from_url(url)
