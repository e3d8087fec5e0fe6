"""Slack, Teams and the browser, behind one port (`platform.py`)."""
