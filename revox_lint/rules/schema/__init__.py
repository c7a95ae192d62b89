"""Rules about where a definition breaks the contract's JSON Schema."""
