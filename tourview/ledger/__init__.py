"""What became of the commitments of reports: a store that only ever adds, and rules that keep it honest."""
