"""Replicas that are killed in the middle of sending, on a real PostgreSQL."""
