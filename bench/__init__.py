"""Measures the application: the speed of its pages and the time of a start."""
