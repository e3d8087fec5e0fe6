"""What the bot answers to the web beside the platforms."""
