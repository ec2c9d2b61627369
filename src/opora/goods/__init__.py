"""Goods: what lies in the warehouse, who gave it, and what families receive of it."""
