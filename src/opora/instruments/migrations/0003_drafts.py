"""Drafts of forms, and who made a version in the browser."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("instruments", "0002_published_is_final"),
    ]
    operations = [
        migrations.AddField(
            model_name="instrumentversion",
            name="made_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="made by",
            ),
        ),
        migrations.CreateModel(
            name="InstrumentDraft",
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafts",
                        to="instruments.instrumentversion",
                        verbose_name="version",
                    ),
                ),
                (
                    "begun_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "draft of an assessment form",
                "verbose_name_plural": "drafts of assessment forms",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "open")),
                        fields=("code",),
                        name="instruments_one_draft_at_a_time",
                    )
                ],
            },
        ),
    ]
