"""Tells Django about this room."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "opora.evidence"
    label = "evidence"
