"""Slack behind the port: signed requests and Socket Mode in, Web API out."""
