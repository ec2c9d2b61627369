"""Tells Django about this room."""

from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "opora.groups"
    label = "groups"
