"""Everything that touches the world: platforms, storage, time, the web, the command line."""
