"""Rules about phone numbers, webhooks, Calendly and models."""
