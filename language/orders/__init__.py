"""Whole messages that tell the bot what to do or ask it something."""
