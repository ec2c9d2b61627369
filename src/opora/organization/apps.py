"""Tells Django about this room."""

from django.apps import AppConfig


class OrganizationConfig(AppConfig):
    name = "opora.organization"
    label = "organization"
