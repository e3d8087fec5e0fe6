"""The browser as a platform: the practice room, where several tabs are several people."""
