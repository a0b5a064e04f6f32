"""What holds for every form of the application, whoever made it."""
