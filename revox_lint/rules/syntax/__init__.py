"""Rules about what any YAML reader would trip over."""
