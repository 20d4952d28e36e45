"""What a partnership sets for itself: `soa.toml`, or `[tool.soa]` of `pyproject.toml`."""
