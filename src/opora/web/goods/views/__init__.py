"""Views of the warehouse and of what families receive."""
