"""Invented families for trying the product out; never touches an installation with real ones."""
