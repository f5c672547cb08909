"""What pages and dialogs are put together from: labels, buttons, fields, tables. They know no office."""
