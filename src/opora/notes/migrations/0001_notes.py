"""Confidential notes and who may read them."""

import django.db.models.deletion
import django.db.models.manager
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('cases', '0011_highest_number'),
        ('process', '0013_words_are_sealed'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ConfidentialNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, null=True)),
                ('voided_on', models.DateField(null=True, verbose_name='voided')),
                ('kind', models.CharField(choices=[('therapy', 'psychotherapy'), ('psychology', 'work of a psychologist'), ('legal', 'legal'), ('health', 'health')], max_length=12, verbose_name='kind')),
                ('on', models.DateField(verbose_name='day')),
                ('text', models.BinaryField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case', verbose_name='case')),
                ('route', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='process.route', verbose_name='path')),
            ],
            options={
                'verbose_name': 'confidential note',
                'verbose_name_plural': 'confidential notes',
                'ordering': ('-on', '-id'),
            },
            managers=[
                ('every', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='NoteReader',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='day')),
                ('reason', models.BinaryField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('note', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readers', to='notes.confidentialnote')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='colleague')),
            ],
            options={
                'verbose_name': 'reader of a confidential note',
                'verbose_name_plural': 'readers of confidential notes',
            },
        ),
        migrations.AddIndex(
            model_name='confidentialnote',
            index=models.Index(fields=['by', '-on', '-id'], name='notes_of_author'),
        ),
        migrations.AddIndex(
            model_name='confidentialnote',
            index=models.Index(fields=['route', '-on'], name='notes_of_path'),
        ),
        migrations.AddIndex(
            model_name='confidentialnote',
            index=models.Index(fields=['case', '-on'], name='notes_of_case'),
        ),
        migrations.AddConstraint(
            model_name='confidentialnote',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('case', None), ('route__isnull', False)), models.Q(('case__isnull', False), ('route', None)), _connector='OR'), name='notes_place'),
        ),
        migrations.AddConstraint(
            model_name='confidentialnote',
            constraint=models.CheckConstraint(condition=models.Q(('by__isnull', False)), name='notes_have_authors'),
        ),
        migrations.AddConstraint(
            model_name='notereader',
            constraint=models.UniqueConstraint(fields=('note', 'user'), name='notes_reader_once'),
        ),
    ]
