"""Template tags and filters of the screens: `screen` (builtin) and `nlds` (form pack)."""
