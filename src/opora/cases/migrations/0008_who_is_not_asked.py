"""At the closing of a case it is asked only of children; of the others of the case it is kept why not."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0007_transfers"), ("families", "0007_child_is_a_role")]

    operations = [
        migrations.AlterField(
            "closingchild", "placement", models.CharField(blank=True, max_length=14, verbose_name="placement")
        ),
        migrations.AddField(
            "closingchild", "not_asked", models.CharField(blank=True, default="", max_length=8)
        ),
    ]
