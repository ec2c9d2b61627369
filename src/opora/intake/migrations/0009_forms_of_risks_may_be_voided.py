import django.db.models.manager
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0008_lists_of_a_day'),
    ]

    operations = [
        migrations.AlterModelManagers(
            name='riskform',
            managers=[
                ('every', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name='riskform',
            name='recorded_at',
            field=models.DateTimeField(auto_now_add=True, null=True),
        ),
        migrations.AddField(
            model_name='riskform',
            name='voided_on',
            field=models.DateField(null=True, verbose_name='voided'),
        ),
    ]
