"""Why a path is of the social palliative type, and since when."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("process", "0005_carried_steps")]

    operations = [
        migrations.AddField(
            model_name="route",
            name="palliative_on",
            field=models.DateField(null=True, verbose_name="day"),
        ),
        migrations.AddField(
            model_name="route",
            name="palliative_reason",
            field=models.TextField(blank=True, default="", verbose_name="reason"),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="route",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_palliative", False),
                    models.Q(("palliative_on__isnull", False), models.Q(("palliative_reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="process_palliative_with_reason",
            ),
        ),
    ]
