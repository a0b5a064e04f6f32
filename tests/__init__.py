"""Everything that proves the product; the tree mirrors the code."""
