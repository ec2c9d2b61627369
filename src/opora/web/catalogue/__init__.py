"""The page of the catalogue: what the organization can give, direction by direction, in the words of its practice."""
