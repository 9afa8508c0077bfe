"""From located fields to the model: one reader a kind, every reference resolved, every problem noted."""
