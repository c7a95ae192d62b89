"""The call plan as a picture: a week of windows and the attempts, in a terminal or as a page."""
