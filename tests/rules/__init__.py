"""One file of tests by family of rules."""
