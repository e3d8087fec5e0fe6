"""`Card` -> the payload of one platform: pure, inside the platform's documented limits."""
