"""One piece for each row of a list: columns to briefs, whom it fits, writing that can be resumed, results."""
