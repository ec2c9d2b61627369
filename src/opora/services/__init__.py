"""Services: what was planned for a family, what was really given, by whom and for whom."""
