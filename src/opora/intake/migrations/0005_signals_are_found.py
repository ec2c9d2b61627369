"""Signals are found by the name and the telephone told with them: blind words, as of people."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0004_answers_of_the_website")]

    operations = [
        migrations.CreateModel(
            name="SignalMark",
            fields=[
                (
                    "referral",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="mark",
                        serialize=False,
                        to="intake.referral",
                    ),
                ),
                (
                    "tokens",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BinaryField(max_length=16), size=None
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(db_index=True, default=0)),
            ],
            options={
                "verbose_name": "search mark of a signal",
                "verbose_name_plural": "search marks of signals",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["tokens"], name="intake_signal_search")
                ],
            },
        ),
    ]
