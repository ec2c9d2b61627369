import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0004_ending_stays'),
        ('papers', '0003_terms_of_papers'),
        ('process', '0009_amendments'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='storedfile',
            name='case',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case', verbose_name='case'),
        ),
        migrations.AddField(
            model_name='storedfile',
            name='source',
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AlterField(
            model_name='storedfile',
            name='route',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='process.route', verbose_name='path'),
        ),
        migrations.AddIndex(
            model_name='storedfile',
            index=models.Index(condition=models.Q(('source', ''), _negated=True), fields=['source'], name='papers_file_source'),
        ),
        migrations.AddConstraint(
            model_name='storedfile',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('case', None), ('route__isnull', False)), models.Q(('case__isnull', False), ('route', None)), _connector='OR'), name='papers_file_place'),
        ),
    ]
