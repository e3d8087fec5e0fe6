"""Microsoft Teams behind the port: the only place that knows botbuilder and the Bot Connector.

`from bot.platforms.teams.platform import TeamsPlatform`. The SDK takes most of a second to import, so it is
imported when the platform starts, in a thread, and only by `adapter.py`, `connector.py` and `sender.py`.
"""
