"""What the console commands on rulebooks read and say."""
