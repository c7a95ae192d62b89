"""Rules about the structured output of a call."""
