"""One module per format; the listing of this folder is the list of formats."""
