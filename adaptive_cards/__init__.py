"""What people see: message + words -> `Card` -> the payload of one platform. No I/O."""
