"""Rules about references, what they find in a project, and the edits that mend it."""
