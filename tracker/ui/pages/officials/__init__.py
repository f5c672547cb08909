"""The people of the office: list, detail, and what is done with them."""
