"""What happens in a workshop: `advance(session, event, now) -> Turn`.

No I/O, no clock, no chance, no words.
"""
