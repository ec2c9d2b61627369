"""Joined signals remember which path learned its family by that, so that they can be taken apart as they were."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('families', '0001_initial'),
        ('intake', '0006_numbers_are_counted'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SignalJoin',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('undone_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='families.family', verbose_name='family')),
                ('given', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='intake.referral', verbose_name='signal that followed')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='intake.referral', verbose_name='signal it followed')),
                ('undone_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'joining of signals',
                'verbose_name_plural': 'joinings of signals',
                'constraints': [models.UniqueConstraint(condition=models.Q(('undone_at', None)), fields=('given',), name='intake_joined_once')],
            },
        ),
    ]
