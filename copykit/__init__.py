"""copykit: an executable brand guide."""
