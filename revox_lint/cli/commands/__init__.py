"""One module per command; the listing of this folder is the list of commands."""
