"""Facts of the world as tables, each row with its source beside it."""
