"""Citations and references brought together by the works they are of."""
