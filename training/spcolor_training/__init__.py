"""Training of the compact pack; see ../README.md."""
