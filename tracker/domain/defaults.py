"""What holds where the office has set nothing else. Kept apart from the records of settings: `task list` reads it."""

DEFAULTS: dict[str, str] = {
    "extension_limit": "1",
    "due_soon_days": "3",
    "declared_gap_days": "3",
    "no_deadline_flag_days": "90",
    "not_updated_days": "10",
    "covered_from": "",
    "chase_answer_days": "3",
    "default_authority": "theo chức vụ",
    "escalation_chases": "3",
    "sample": "",
    "sample_day": "",
    "chain": "",
}
"""Name → default. `extension_limit`: approvals an assigner may give; `due_soon_days`: working days that count as "sắp
đến hạn";
`declared_gap_days`: working days between declared day and recording from which the paper shows both;
`no_deadline_flag_days`: working days without a deadline from which "Hôm nay" names a task;
`not_updated_days`: working days without a word on a task at work from which "Hôm nay" names it;
`chase_answer_days`: working days that a công văn đôn đốc gives for the answer;
`covered_from`: the first day of which the records are whole (ISO); "": that of the earliest assignment;
`escalation_chases`: chases after which a task goes to the next meeting (Hà Nội, QĐ 847/QĐ-UBND 2023);
`sample`, `sample_day`: marks of the sample office; `chain`: the random id the journal has from its birth."""
