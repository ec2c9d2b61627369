import django.db.models.manager
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('papers', '0005_counter_has_moved'),
    ]

    operations = [
        migrations.AlterModelManagers(
            name='letter',
            managers=[
                ('every', django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name='letter',
            name='recorded_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='letter',
            name='voided_on',
            field=models.DateField(null=True, verbose_name='voided'),
        ),
        # Of what lies there already nobody knows when it was recorded.
        migrations.AlterField(
            model_name='letter',
            name='recorded_at',
            field=models.DateTimeField(auto_now_add=True, null=True),
        ),
    ]
