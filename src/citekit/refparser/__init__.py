"""Taking apart the text of one place that cites: works, their fields, locators, short forms."""
