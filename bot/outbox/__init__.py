"""What goes out: boards are named in the outbox, rendered when they are sent, and sent until they stand."""
