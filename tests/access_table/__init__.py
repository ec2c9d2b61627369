"""Every page of the product, every kind of person, every relation to a case: who gets in."""
