"""The voice of the organization: channels, publications, materials, professional events."""
