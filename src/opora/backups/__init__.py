"""Backups: a copy of everything that can be carried away, opened with a passphrase, and brought back"""
