"""Figures of a year of steps are told from the index alone: the steps of paths lie far apart in their table."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("process", "0014_steps_by_day")]

    operations = [
        migrations.RemoveIndex(model_name="routestep", name="process_step_by_day"),
        migrations.AddIndex(
            model_name="routestep",
            index=models.Index(
                fields=["on"],
                include=["id", "route", "waited", "from_stage", "to_stage", "action", "is_override"],
                condition=~models.Q(from_stage=""),
                name="process_step_figures",
            ),
        ),
    ]
