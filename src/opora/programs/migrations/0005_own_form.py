"""Whether the organization chose the form of a program itself."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programs", "0004_months_between_assessments")]
    operations = [
        migrations.AddField(
            model_name="program",
            name="has_own_form",
            field=models.BooleanField(default=False),
        ),
    ]
