"""YAML with exact places, and nothing of Revox: bytes → Source → Node tree."""
