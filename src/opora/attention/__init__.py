"""Attention: which families need a look and why, by open rules that the organization sets itself."""
