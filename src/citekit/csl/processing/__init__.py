"""What concerns more than one item: order, positions, disambiguation, collapsing, substitution."""
