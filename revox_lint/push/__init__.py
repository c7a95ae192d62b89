"""Creating assistants at the API, once each: the only code that opens a socket."""
