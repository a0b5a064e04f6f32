"""The pages of the vraagbaak: the queue with its answers, and the roster."""
