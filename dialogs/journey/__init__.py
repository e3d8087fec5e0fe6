"""The journey (matka): what lives on in a channel between its workshops.

Decisions, experiments, interim tasks, diary, process. The same decider as a session (`dialogs.engine`):
facts, their fold, effects. Each subject is an area of its own; `areas.AREAS` lists them.
"""
