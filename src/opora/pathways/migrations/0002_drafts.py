"""Drafts of processes, and who made a version in the browser."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

_SOMEBODY = {
    "null": True,
    "on_delete": django.db.models.deletion.PROTECT,
    "related_name": "+",
    "to": settings.AUTH_USER_MODEL,
}


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("pathways", "0001_versions_of_processes"),
        ("process", "0013_words_are_sealed"),
    ]
    operations = [
        migrations.AddField(
            model_name="routeversion",
            name="made_by",
            field=models.ForeignKey(verbose_name="made by", **_SOMEBODY),
        ),
        migrations.CreateModel(
            name="ProcessDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=60, verbose_name="code")),
                ("text", models.TextField()),
                ("revision", models.PositiveIntegerField(default=1, verbose_name="revision")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "worked on"), ("published", "published"), ("dropped", "given up")],
                        default="open",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("begun_at", models.DateTimeField(auto_now_add=True)),
                ("changed_at", models.DateTimeField(auto_now=True)),
                (
                    "base",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafts",
                        to="pathways.routeversion",
                        verbose_name="version",
                    ),
                ),
                ("begun_by", models.ForeignKey(**_SOMEBODY)),
                ("changed_by", models.ForeignKey(**_SOMEBODY)),
            ],
            options={
                "verbose_name": "draft of a process",
                "verbose_name_plural": "drafts of processes",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "open")), fields=("code",), name="pathways_one_draft_at_a_time"
                    )
                ],
            },
        ),
    ]
