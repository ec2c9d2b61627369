"""Figures of a few days look at the facts of these days alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("evidence", "0011_who_was_no_child_later")]

    operations = [
        migrations.AddIndex(
            model_name="casefact",
            index=models.Index(fields=["closed_on"], name="evidence_closed_by_day"),
        ),
        migrations.AddIndex(
            model_name="casefact",
            index=models.Index(fields=["follow_up_due_on"], name="evidence_looks_by_day"),
        ),
        migrations.AddIndex(
            model_name="childfact",
            index=models.Index(fields=["closed_on"], name="evidence_children_by_day"),
        ),
    ]
