"""Figures of a few days look at the steps and paths of these days alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("process", "0013_words_are_sealed")]

    operations = [
        migrations.AddIndex(
            model_name="routestep",
            index=models.Index(fields=["on"], name="process_step_by_day"),
        ),
        migrations.AddIndex(
            model_name="route",
            index=models.Index(fields=["started_on"], name="process_began_by_day"),
        ),
        migrations.AddIndex(
            model_name="route",
            index=models.Index(fields=["ended_on"], name="process_ended_by_day"),
        ),
    ]
