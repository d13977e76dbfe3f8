"""The exceptions of citekit: raised only when work cannot go on, never for what a document says."""


class CitekitError(Exception):
    """The base of everything that citekit raises on purpose.

    The message is fit to be shown to a user: what is wrong, where, and what to do about it.
    """


class ReadError(CitekitError):
    """A file cannot be read: it is missing, damaged, or in a format without a reader."""


class ConfigError(CitekitError):
    """An option or a setting cannot be used: an unknown format, style or combination."""


class StyleError(CitekitError):
    """A style is missing or faulty."""
