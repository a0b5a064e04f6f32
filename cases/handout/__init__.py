"""Hand out the work of somebody who is not there or leaves, at once, with a day to undo it."""
