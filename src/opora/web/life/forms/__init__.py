"""Forms of the sheet «Записать»."""
