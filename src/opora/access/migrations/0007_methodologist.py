from django.db import migrations, models

ROLES = [
    ("administrator", "Administrator"),
    ("head", "Head of organisation"),
    ("coordinator", "Coordinator"),
    ("case_manager", "Case manager"),
    ("specialist", "Specialist"),
    ("psychologist", "Psychologist"),
    ("methodologist", "Methodologist"),
    ("analyst", "Analyst"),
    ("volunteer", "Volunteer"),
    ("warehouse", "Warehouse worker"),
]


class Migration(migrations.Migration):
    """A methodologist is somebody of his own: he writes the method and sees figures and codes, never a name."""

    dependencies = [("access", "0006_tokens_for_programs")]

    operations = [
        migrations.AlterField(model, "role", models.CharField("role", max_length=20, choices=ROLES))
        for model in ("roleassignment", "apitoken")
    ]
