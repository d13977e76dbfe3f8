"""The types that every stage speaks: frozen values without behaviour of their own."""
