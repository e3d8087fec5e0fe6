"""Time: timers are rows, this is the alarm clock."""
