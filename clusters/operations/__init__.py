"""Is the machine running: when each sweep last ran, and the health page (design 6).

Begins when a task reports that it ran; ends at the page that says so. Imports ``people``.
"""
