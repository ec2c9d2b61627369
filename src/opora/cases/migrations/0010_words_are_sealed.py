"""Summaries of closings, reasons for opening again and for longer stays are sealed like the rest that is told."""

from django.db import migrations

from opora.families.sealing_columns import seal_column


class Migration(migrations.Migration):
    dependencies = [("cases", "0009_closings_opened_again"), ("families", "0004_words_may_be_destroyed")]

    operations = [
        *seal_column("closing", "summary", table="cases_closing", purpose="cases.closing_summary"),
        *seal_column("closing", "reopen_reason", table="cases_closing", purpose="cases.reopen_reason"),
        *seal_column("stayextension", "reason", table="cases_stayextension", purpose="cases.stay_extension"),
    ]
