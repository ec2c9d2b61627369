import django.db.models.manager
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('papers', '0008_files_of_the_office_and_disclosures_of_cases'),
    ]

    operations = [
        migrations.AlterModelManagers(
            name='consent',
            managers=[
                ('every', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name='consent',
            name='voided_on',
            field=models.DateField(null=True, verbose_name='voided'),
        ),
    ]
