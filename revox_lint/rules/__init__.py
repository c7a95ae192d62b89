"""One module per rule, one folder per family; see `revox_lint.rule` for what is in a module."""
