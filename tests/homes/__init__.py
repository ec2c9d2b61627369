"""Homes that earlier versions of the product made, and what comes up of them now."""
