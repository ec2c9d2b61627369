"""A box of a model that no indicator tells of may have a target as well."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("indicators", "0009_closings_that_were_undone"), ("programs", "0005_own_form")]

    operations = [
        migrations.AddField(
            model_name="target",
            name="box",
            field=models.CharField(blank=True, default="", max_length=120, verbose_name="box of a model"),
        ),
        migrations.RemoveConstraint(model_name="target", name="indicators_target_once"),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.UniqueConstraint(
                condition=models.Q(dropped_on=None),
                fields=("indicator", "box", "program", "from_on"),
                name="indicators_target_once",
                nulls_distinct=False,
            ),
        ),
    ]
