"""Nhiệm vụ: the list of tasks with its views and search, and the detail of the task that is selected."""
