"""Rules about voice, first sentence, voicemail and sound."""
