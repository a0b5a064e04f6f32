"""Signing in and out leaves a line too."""
