"""The pages of cases: the list, the case file, and the forms that change a case. Knows no tables."""
