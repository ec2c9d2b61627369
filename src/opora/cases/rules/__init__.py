"""Pure rules of a case: its number, its dates, its team, its stay, its end. No Django, no clock."""
