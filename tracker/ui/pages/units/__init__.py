"""The units of the office: tree, detail, and what is done with them."""
