"""Rules about the prompt, its variables and the FAQ."""
