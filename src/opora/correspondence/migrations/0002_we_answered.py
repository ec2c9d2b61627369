from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("correspondence", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="officialletter",
            name="result",
            field=models.CharField(
                blank=True,
                choices=[
                    ("granted", "granted"),
                    ("part", "granted in part"),
                    ("refused", "refused"),
                    ("no_answer", "no answer came"),
                    ("replied", "we answered"),
                ],
                max_length=10,
                verbose_name="result",
            ),
        ),
    ]
