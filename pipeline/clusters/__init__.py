"""Answers given again and again: which are the same but for a few words."""
