"""Dates."""

from citekit.checker.rule import Rule
from citekit.checker.rules.dates import (
    contradictory_year,
    date_form,
    date_in_words,
    day_without_month,
    early_access,
    identifier_year,
    implausible_year,
    impossible_date,
    late_origin,
    malformed_year,
    month_as_word,
    other_date_form,
    reversed_dates,
    several_years,
    state_as_year,
    unknown_month,
    wrapped_year,
    year_in_words,
)

RULES: tuple[Rule, ...] = (
    malformed_year.RULE,
    implausible_year.RULE,
    several_years.RULE,
    month_as_word.RULE,
    unknown_month.RULE,
    date_form.RULE,
    impossible_date.RULE,
    reversed_dates.RULE,
    contradictory_year.RULE,
    other_date_form.RULE,
    early_access.RULE,
    state_as_year.RULE,
    identifier_year.RULE,
    year_in_words.RULE,
    wrapped_year.RULE,
    date_in_words.RULE,
    late_origin.RULE,
    day_without_month.RULE,
)
