"""The paper: PDF in the layout of Nghị định 30/2020 from the frozen facts of `tracker.figures.types`.

Never queries, never computes a figure. Imports domain and figures' types only; reportlab is imported here alone, and
only when a sheet is drawn.

A report module (`accountability`, `task_history`) says in blocks *what* stands on the sheet (`blocks`); the engine
(`pdf` and what it uses) knows *how* it is set: `pages` and `fonts` hold the canvas, `paragraphs`, `tables`,
`letterhead`, `closing` set one kind of block each. Text is drawn glyph by glyph with no markup language in between, so
user text cannot become a tag, a link or a picture.
"""
