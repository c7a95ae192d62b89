"""Rules about time zones, calling windows and retries."""
