"""Sentences of the rules that hold in any office (tracker.domain)."""

SENTENCES: dict[str, str] = {
    "date.impossible": "“{text}” is no day of the calendar: write day/month/year, as 05/03/2026.",
    "date.unreadable": "“{text}” cannot be read as a date: write day/month/year, as 05/03/2026.",
    "date.too_far": "{days} working days lead beyond the year 9999: give fewer days.",
    "task.why_no_deadline": "Without a deadline a task needs the reason: write “no deadline: …”.",
    "document.unreadable": "“{text}” is no number of a document: write number and symbol, as 45/BC-UBND.",
    "period.backwards": "The period ends on {last}, before it begins on {first}: put the earlier day first.",
    "period.unreadable": "“{text}” is no period: write 2026-Q3, 2026-09, 2026 or 2026-07-01..2026-09-30.",
}
