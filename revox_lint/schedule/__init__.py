"""When calls would be made: window times, time zones, windows and attempts. Pure functions."""
