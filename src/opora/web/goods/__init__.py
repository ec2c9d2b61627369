"""Pages of goods: the warehouse on a phone, what a family receives and needs, who gave it."""
