"""One TOML file for each holiday notice of the State Council's General Office."""
