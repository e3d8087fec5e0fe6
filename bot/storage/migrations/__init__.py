"""The tables' history. A released revision is never changed; a new one is added and `HEAD` names it."""

HEAD = "0002"
