"""The release desk: what was prepared, second words, files, recalls, limits; none of them is ever changed."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from opora.common.final import Final


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='DeskLimits',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('least', models.PositiveSmallIntegerField(verbose_name='smallest number that is printed')),
                ('least_for_shares', models.PositiveSmallIntegerField(verbose_name='smallest group whose shares are printed')),
                ('on', models.DateField(verbose_name='day')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'limits of the release desk',
                'verbose_name_plural': 'limits of the release desk',
                'ordering': ('-pk',),
            },
        ),
        migrations.CreateModel(
            name='Release',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(unique=True, verbose_name='number')),
                ('table', models.SlugField(max_length=30, verbose_name='table')),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('asked', models.JSONField()),
                ('content', models.JSONField()),
                ('sha256', models.CharField(max_length=64)),
                ('units', models.BinaryField()),
                ('least', models.PositiveSmallIntegerField()),
                ('hidden', models.PositiveIntegerField(verbose_name='numbers hidden')),
                ('note', models.TextField(blank=True, verbose_name='what it is for')),
                ('by_name', models.CharField(max_length=200)),
                ('on', models.DateField(verbose_name='prepared')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='prepared by')),
                ('replaces', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='release.release')),
            ],
            options={
                'verbose_name': 'release',
                'verbose_name_plural': 'releases',
                'ordering': ('-number',),
            },
        ),
        migrations.CreateModel(
            name='Recall',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('why', models.TextField(verbose_name='why')),
                ('by_name', models.CharField(max_length=200)),
                ('on', models.DateField(verbose_name='day')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('release', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='recall', to='release.release')),
            ],
            options={
                'verbose_name': 'release called back',
                'verbose_name_plural': 'releases called back',
            },
        ),
        migrations.CreateModel(
            name='SecondWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answer', models.CharField(choices=[('released', 'released'), ('sent_back', 'sent back'), ('withdrawn', 'withdrawn')], max_length=10, verbose_name='answer')),
                ('why', models.TextField(blank=True, verbose_name='why')),
                ('by_name', models.CharField(max_length=200)),
                ('on', models.DateField(verbose_name='day')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('release', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='word', to='release.release')),
            ],
            options={
                'verbose_name': 'second word',
                'verbose_name_plural': 'second words',
            },
        ),
        migrations.CreateModel(
            name='ReleasedFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=8)),
                ('content', models.BinaryField()),
                ('sha256', models.CharField(max_length=64)),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='release.release')),
            ],
            options={
                'verbose_name': 'file of a release',
                'verbose_name_plural': 'files of releases',
                'constraints': [models.UniqueConstraint(fields=('release', 'kind'), name='release_file_once')],
            },
        ),
        Final("release_release"),
        Final("release_secondword"),
        Final("release_releasedfile"),
        Final("release_recall"),
        Final("release_desklimits"),
    ]
