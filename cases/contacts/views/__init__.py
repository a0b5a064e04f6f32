"""The views of a call: opening, typing, looking up, ending, and what was taken down."""
