"""Sentences of what may be done, and refused (tracker.actions, and the rules of tracker.domain that they call)."""

SENTENCES: dict[str, str] = {
    # who may
    "rights.own_task": (
        "Task {number} is your own: nobody confirms, returns, extends, pauses, recalls, edits or hands over a task "
        "they answer for; the assigner or a head above does."
    ),
    "rights.assigner_decides": (
        "Task {number}: only its assigner decides, or in the assigner's place the head of the assigner's unit or of a "
        "unit above; clerks and administrators decide nothing."
    ),
    "rights.superior_decides": (
        "Task {number} concerns the head of the office: only the superior decides; a deputy or clerk of the office "
        "records that decision with --basis and --basis-date."
    ),
    "rights.issues": (
        "Only a clerk of the unit, its head or the head of the office gives a report its number: ask one of them."
    ),
    "report.issued_already": "Report {report} was issued on {day}: keep another draft for another report.",
    "report.number_taken": "Number {number} was given this year already ({title}): take the next one.",
    "rights.no_post": (
        "You hold no post in the office on {day}: only who serves that day may do this; check the day or the "
        "appointment."
    ),
    "rights.owner_works": "Task {number}: only its owner does this, or a clerk of the owner's unit for the owner.",
    "rights.assigner_edits": "Task {number}: only its assigner edits it, or a clerk of the assigner's unit.",
    "rights.author_edits": (
        "Task {number} is not assigned yet: only who wrote it down, or who may assign it, changes it."
    ),
    "rights.may_not_chase": (
        "Task {number}: only its assigner chases, or the head, a deputy or a clerk of the office's Văn phòng."
    ),
    "rights.coordinator_answers": "Task {number}: only {coordinator} answers this part, or a clerk of that unit.",
    "rights.may_not_assign": (
        "Task {number}: only the head or a deputy of the owner's unit, or of a unit above, assigns (a deputy within "
        "the own field, never to the unit's head); a clerk records with the assigner's document."
    ),
    "rights.assigner_may_not": (
        "The assigner named may not assign to this owner: only the head or a deputy of the owner's unit, or of a unit "
        "above, does (a deputy within the own field, never to the unit's head); name another with --assigner."
    ),
    "rights.to_oneself": (
        "Nobody assigns or hands over a task to themselves: owner and assigner are two persons; choose another owner "
        "or assigner."
    ),
    "rights.head_needs_superior": (
        "A task of the head of the office is assigned by the superior: give --superior with the superior's name (and "
        "no --assigner), and the number and date of the document."
    ),
    "rights.superior_only_for_head": (
        "Only the head of the office has a superior as assigner (--superior): for this owner name an official of the "
        "office with --assigner."
    ),
    "rights.may_not_hand_over": (
        "Task {number}: only who may assign to the new owner, and is the assigner or stands above the present owner, "
        "hands it over."
    ),
    "rights.people": (
        "Only the head of the office, an administrator or a clerk of the office keeps units and officials and imports "
        "lists."
    ),
    "rights.settings": (
        "Only the head of the office or an administrator changes settings, calendar, rights and passwords of others, "
        "or restores a backup."
    ),
    # days, reasons, documents, texts
    "day.in_future": "The day {on} (--date) lies after today, {today}: what has not happened is not recorded.",
    "day.before_event": (
        "The day {on} (--date) lies before {before}, the day of the event it follows ({number}): give that day or a "
        "later one."
    ),
    "day.needs_reason": (
        "The day {on} (--date) lies more than {days} working days before today, {today}: say why with --reason."
    ),
    "document.in_future": "The document's date {on} lies after today, {today}: check the date.",
    "reason.missing": "A reason is needed here: give one with --reason.",
    "basis.missing": (
        "Task {number}: the superior's decision is recorded from its document; give --basis with its number and "
        "--basis-date with its date."
    ),
    "basis.number_missing": "A date of the basis document (--basis-date) stands without its number: give --basis too.",
    "text.missing": "The field “{what}” is empty: fill it in.",
    "text.too_long": (
        "The field “{what}” has {length} characters, at most {longest} are kept: shorten it, or file the text as "
        "evidence."
    ),
    # tasks
    "task.state": (
        "Task {number} is in the state “{state}”: the step “{step}” is not possible there; see `task show {number}`."
    ),
    "task.number_taken": (
        "There is a task with the number {number} already (--number): give another, or none for the next of the series."
    ),
    "task.needs_owner": (
        "The owner (--owner) is missing: beyond a draft every task has exactly one person who answers for it."
    ),
    "task.needs_product": "The product (--product) is missing: beyond a draft every task says what is to be handed in.",
    "task.needs_deadline": "The deadline (--due) is missing: give one, or the reason for none with --no-deadline.",
    "task.two_deadlines": (
        "The deadline is told in two ways: give a day, a number of working days, or the reason for no deadline, one of "
        "them."
    ),
    "task.due_before_assignment": (
        "The deadline {due_on} (--due) lies before the day of assignment {on}: give a later deadline, or the day of "
        "assignment with --date."
    ),
    "task.day_after_due": "The day {day} ({field}) lies after the deadline {due_on}: put it before the deadline.",
    "task.deadline_days": "{days} working days are no deadline: give a number from 1 to {most}.",
    "task.quantity": "The quantity {quantity} (--quantity) is not possible: give a whole number from 1 to {most}.",
    "task.coefficient": (
        "The coefficient {coefficient} (--coefficient) is not possible: give a number above 0, at most {most}."
    ),
    "task.complexity": "There is no group of complexity “{complexity}”: it is N1, N2, N3, N4 or N5.",
    "tasks.in_line": "Line {line}: {problem}",
    "task.edit_never": (
        "Task {number}: the field “{field}” is not edited beyond a draft; owner and deadline change by a hand-over or "
        "an extension."
    ),
    "task.nothing_edited": "Task {number}: nothing was changed, all fields had these values already.",
    "task.below_itself": "Task {number} cannot be below itself: choose another task above (parent).",
    "task.changed_meanwhile": "Task {number} was changed meanwhile: look at it again, then repeat your change.",
    "Field.number": "number of the task",
    # co-ordinators
    "coordination.twice": "Task {number}: {coordinator} stands twice among the co-ordinators: name each once.",
    "coordination.owner": (
        "Task {number}: its owner cannot be a co-ordinator too: leave the owner out of the co-ordinators."
    ),
    "coordination.due_before_assignment": (
        "Task {number}: the co-ordinator's date {due_on} lies before the day of assignment: give a later one."
    ),
    "coordination.nobody": "Task {number} has no co-ordinators: there is no part to answer.",
    "coordination.unknown": (
        "Task {number} has no co-ordinator {coordinator}: see `task show {number}` for those it has."
    ),
    # work and decisions
    "progress.percent": "Task {number}: progress (--percent) of {percent} % is not possible: give 0 to 100.",
    "submission.needs_product": (
        "Task {number}: a result is handed in by the number of its product (--product-number) or as a file (--file): "
        "give one of them."
    ),
    "evidence.none": "Task {number}: no file was named: give one with --file.",
    "confirm.faults": "Task {number}: {faults} faults (--faults) are not possible: give 0 or more.",
    "explanation.none": "Task {number}: no lateness was explained yet, so there is nothing to accept.",
    "explanation.needs_document": (
        "Task {number}: an objective cause is accepted with the document that confirms it: give --document."
    ),
    "explanation.coordinator": (
        "Task {number}: say with which co-ordinator the cause lies (--coordinator); it has: {coordinators}."
    ),
    "extension.no_deadline": "Task {number} has no deadline: there is nothing to extend.",
    "extension.not_later": (
        "Task {number}: the proposed deadline {proposed} (--due) is not later than the present one, {due_on}: propose "
        "a later day."
    ),
    "extension.in_past": (
        "Task {number}: the proposed deadline {proposed} (--due) lies before the day of asking, {on}: propose a later "
        "day."
    ),
    "extension.already_asked": (
        "Task {number}: a request for a later deadline awaits its decision already; it is decided first."
    ),
    "extension.none_open": "Task {number}: no request for a later deadline awaits a decision.",
    "extension.limit": (
        "Task {number} was extended {extensions} times, as often as an assigner may approve it: only the head of the "
        "office approves another, with a basis document."
    ),
    "extension.needs_basis": (
        "Task {number} was extended {extensions} times already: another extension needs a basis document, give its "
        "number with --basis."
    ),
    "hand_over.none": "{code} answers for no open task: there is nothing to hand over.",
    "hand_over.same_owner": "Task {number}: {code} answers for it already; choose another owner (--to).",
    "undo.not_yours": (
        "Action {action} is undone by who did it, on that day; later only by the head of the office, with a reason."
    ),
    # people and the office
    "official.no_post": (
        "{code} ({name}) holds no post on {day} ({field}): a task is answered for by an official in office that day; "
        "choose another or check the appointment."
    ),
    "official.exists": "There is an official with the code {code} already: {name}; codes are given once.",
    "official.given_name": "The name {name} does not end in “{given}”: the given name is the end of the full name.",
    "appointment.unknown": "There is no appointment {number}: see `official show` for those an official has.",
    "appointment.ends_before_start": (
        "The appointment would end on {last}, before it begins on {first}: put the days in order."
    ),
    "appointment.twice": "{code} holds the post “{title}” in this unit in that time already.",
    "appointment.second_head": (
        "{code} ({name}) heads this unit in that time already: a unit has one head; end that appointment first."
    ),
    "right.for_office": "The right “{right}” holds for the whole office: leave the unit (--unit) out.",
    "right.held": "{code} has the right “{right}” there already.",
    "right.not_held": "{code} does not have the right “{right}” there: there is nothing to revoke.",
    "unit.exists": "There is a unit with the code {code} already; codes are given once.",
    "unit.circle": "Unit {code} would be below itself: choose another unit above (parent).",
    "unit.ends_before_begin": "Unit {code} would end on {last}, before it begins on {first}: put the days in order.",
    "unit.changed_meanwhile": "Unit {code} was changed meanwhile: look at it again, then repeat your change.",
    "office.exists": "This data folder has an office already: `init` makes one in an empty folder.",
    "setting.unknown": "There is no setting “{name}” that can be changed.",
    "setting.number": "The setting {name} is a whole number from 0 to {most}, not “{value}”.",
    "calendar.nothing_set": "{day} follows the week already: there is nothing to take back.",
    "calendar.follows_week": (
        "{day} is that by the week already: only days off on weekdays and make-up working days at weekends are entered."
    ),
    "account.nobody_governs": (
        "Where passwords are used, the head of the office or an administrator needs one first: otherwise nobody could "
        "set passwords or rights any more."
    ),
    "account.password_length": "A password has {shortest} to {longest} characters: choose another.",
    # told beside a task that was saved
    "notice.due_on_day_off": "Task {number}: its deadline {due_on} is a day off; it was kept as given.",
    "notice.year_unconfirmed": (
        "Task {number}: the days off of {year} are not confirmed by an official plan yet; the deadline was reckoned "
        "with the table made by rule."
    ),
    "notice.contract_owner": (
        "Task {number}: its owner is a contract worker; professional tasks are answered for by officials."
    ),
    "notice.secret_title": "Task {number} is secret: only “(Mật)” was kept as its title; its content stays on paper.",
    "notice.no_assigner": "Task {number} has no assigner yet: whoever approves it will be.",
    "round.empty": "Nothing was typed yet: there is nothing to record.",
    "round.product_alone": "A product number belongs to a submitted result: say “submitted” as the status too.",
    "round.refused": "{number} is refused, and so nothing of the round was recorded: {why}",
}
