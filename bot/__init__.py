"""The edge: platforms, commands, settings, and the wiring that brings the rest to life."""
