"""The views of a talk: the appointment, the conversation, the end of it and the report."""
