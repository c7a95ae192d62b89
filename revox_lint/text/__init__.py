"""Reading of prose: placeholders, headings, sentences; tells nothing of the API."""
