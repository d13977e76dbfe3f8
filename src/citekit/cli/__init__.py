"""The command line: arguments in, verbs of the library called, results and findings out."""
