"""An own indicator may count over other days than those asked for: a quarter, the year so far, everything up to a day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("indicators", "0007_papers_and_records")]

    operations = [
        migrations.AddField(
            model_name="indicatorversion",
            name="period_rule",
            field=models.CharField(blank=True, default="", max_length=14, verbose_name="rule of the period"),
        ),
    ]
