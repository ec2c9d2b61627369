from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0002_lines_of_hours"),
    ]

    operations = [
        migrations.AddField(
            model_name="helper",
            name="giver",
            field=models.CharField(
                blank=True,
                choices=[
                    ("person", "person"),
                    ("organization", "organization"),
                    ("gathering", "gathering of things"),
                ],
                default="",
                max_length=14,
                verbose_name="kind of donor",
            ),
            preserve_default=False,
        ),
    ]
