"""The desk: takes in what arrives, lets the engine decide, makes it durable, and answers."""
