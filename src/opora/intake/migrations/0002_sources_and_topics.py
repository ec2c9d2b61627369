"""Information by source; the hour and the topic of a contact."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

TOPICS = [
    ("", "not stated"),
    ("housing", "a place to live"),
    ("things", "food, clothes, things"),
    ("money", "money and benefits"),
    ("law", "rights and papers"),
    ("health", "health"),
    ("care", "care and upbringing of a child"),
    ("violence", "violence"),
    ("relations", "relations in the family"),
    ("abandonment", "thought of giving the child up"),
    ("other", "something else"),
]
KINDS = [
    ("family", "the family itself"),
    ("school", "kindergarten or school"),
    ("clinic", "clinic or hospital"),
    ("guardianship", "guardianship authority"),
    ("relatives", "relatives"),
    ("neighbours", "neighbors or acquaintances"),
    ("other", "another source"),
]
GROUNDS = [
    ("", "told by the family itself"),
    ("consent", "consent of the family"),
    ("request", "answer to our official request"),
    ("law", "duty by law: danger to a child"),
    ("unasked", "told unasked, on the source’s own initiative"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0001_initial"),
        ("process", "0003_flows"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AddField("contactrecord", "at", models.TimeField(null=True, verbose_name="time")),
        migrations.AddField(
            "contactrecord",
            "topic",
            models.CharField(blank=True, choices=TOPICS, default="", max_length=12, verbose_name="topic"),
            preserve_default=False,
        ),
        migrations.CreateModel(
            "SourceNote",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField(verbose_name="day")),
                ("kind", models.CharField(choices=KINDS, max_length=14, verbose_name="source")),
                ("basis", models.CharField(blank=True, choices=GROUNDS, max_length=8, verbose_name="ground")),
                ("told", models.BinaryField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "route",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="process.route",
                        verbose_name="path",
                    ),
                ),
            ],
            options={
                "verbose_name": "information from a source",
                "verbose_name_plural": "information from sources",
                "indexes": [models.Index(fields=["route", "-on"], name="intake_sources")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("basis", ""), _negated=True), ("kind", "family"), _connector="OR"),
                        name="intake_source_has_a_ground",
                    )
                ],
            },
        ),
    ]
