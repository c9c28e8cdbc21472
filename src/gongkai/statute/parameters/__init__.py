"""What the law sets in figures: data with article, source and the days it held."""
