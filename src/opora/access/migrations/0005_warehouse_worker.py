from django.db import migrations, models


class Migration(migrations.Migration):
    """A worker of the warehouse is somebody of his own: he keeps the goods and sees no family."""

    dependencies = [("access", "0004_telephone_of_a_worker")]

    operations = [
        migrations.AlterField(
            "roleassignment",
            "role",
            models.CharField(
                "role",
                max_length=20,
                choices=[
                    ("administrator", "Administrator"),
                    ("head", "Head of organisation"),
                    ("coordinator", "Coordinator"),
                    ("case_manager", "Case manager"),
                    ("specialist", "Specialist"),
                    ("psychologist", "Psychologist"),
                    ("analyst", "Analyst"),
                    ("volunteer", "Volunteer"),
                    ("warehouse", "Warehouse worker"),
                ],
            ),
        ),
    ]
