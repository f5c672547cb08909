"""The first run: four steps on one page, each skippable, each shows at once what it made."""
