"""Loads, checks and publishes practice packs: folders of TOML an organisation can read and edit."""
