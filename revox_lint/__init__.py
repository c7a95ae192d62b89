"""revox-lint: finds the mistakes in Revox voice assistant definitions."""
