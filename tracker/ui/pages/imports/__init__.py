"""Nhập sổ: a book chosen or dropped, shown as it is read, judged row by row; nothing changes until "Nhập"."""
