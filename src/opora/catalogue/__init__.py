"""The catalogue: services as a methodologist describes them, published from practice packs for good."""
