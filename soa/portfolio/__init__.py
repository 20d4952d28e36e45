"""Many agreements looked at together, each by itself and all by the same questions."""
