"""The sample office, for whoever wants to look at the program before using it: cli and ui both make it.

Made through the real actions of the people it names (tracker.sample.office), in a folder that is renamed when it is
whole (tracker.sample.making), marked as a sample, and removable. Imports actions and store.
"""
