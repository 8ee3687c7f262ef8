"""Slack: its payloads in, our requests out; our replies in, its blocks out."""
