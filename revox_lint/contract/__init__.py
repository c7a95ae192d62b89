"""What the Revox API accepts, by contract version."""
