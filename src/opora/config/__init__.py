"""Settings and wiring: the street door of the product."""
