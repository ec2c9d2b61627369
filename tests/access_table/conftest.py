"""One organization for all tests here; what a test does to it is undone."""

import pytest
from django.db import transaction
from django.test import override_settings

from tests.access_table.world import World, build


@pytest.fixture(scope="package", autouse=True)
def _cheap_passwords():
    """What a real hash costs is of no interest here."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(scope="package")
def organization(_cheap_passwords, django_db_setup, django_db_blocker):
    """Built once: it takes longer than a hundred pages."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build()
        transaction.set_rollback(True)


@pytest.fixture
def db(organization, django_db_blocker):
    """The transaction of a test is a savepoint within that of the organization."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def world(organization, db) -> World:
    """The organization as it was built."""
    return organization
