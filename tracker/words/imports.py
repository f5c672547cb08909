"""Sentences of taking over a book (tracker.actions.imports): file, row and column come first."""

SENTENCES: dict[str, str] = {
    "import.refused": (
        "{file} was not imported: {count} errors, told above row by row; nothing was changed. Correct them in the"
        " file and import it again."
    ),
    "import.person_unknown": (
        "{file}, row {row}, column {column}: no official has the code or the full name “{value}”: correct it, or "
        "import the list of officials first."
    ),
    "import.person_ambiguous": "{file}, row {row}, column {column}: “{value}” may be {people}: write the code.",
    "import.person_is_unit": (
        "{file}, row {row}, column {column}: “{value}” is a unit and no person: one named official answers for a "
        "task, never a unit."
    ),
    "import.only_given_name": (
        "{file}, row {row}, column {column}: “{value}” is only a given name: write the code or the full name "
        "(perhaps {person})."
    ),
    "import.code_and_name": (
        "{file}, row {row}, column {column}: “{value}” does not agree with {person}: code and name are of two people."
    ),
    "import.by_title": (
        "{file}, row {row}, column {column}: “{value}” is a title; {person}, the only one who bears it, is taken."
    ),
    "import.by_unit": (
        "{file}, row {row}, column {column}: “{value}” is a unit; its head, {person}, is taken as the assigner."
    ),
    "import.coordinator_is_owner": (
        "{file}, row {row}, column {column}: {value} answers for the task and is left out of the co-ordinators."
    ),
    "import.unit_unknown": (
        "{file}, row {row}, column {column}: no unit has the code or the name “{value}”: correct it, or import "
        "the list of units first."
    ),
    "import.unit_ambiguous": "{file}, row {row}, column {column}: “{value}” may be {units}: write the code.",
    "import.unit_above_itself": "{file}, row {row}, column {column}: a unit cannot be above itself: “{value}”.",
    "import.unit_circle": (
        "{file}, row {row}, column {column}: with “{value}” above it, {unit} comes to stand above itself: correct"
        " the unit above."
    ),
    "import.head_awaited": (
        "{file}, row {row}, column {column}: “{value}” is no official in {unit} yet: awaited as its head until "
        "the list of officials comes."
    ),
    "import.head_by_title": (
        "{file}, row {row}, column {column}: no list names the head of {unit}; {name} is taken for it by the title."
    ),
    "import.other_head": (
        "{file}, row {row}, column {column}: {unit} has another head today; “{value}” is awaited as head until "
        "that appointment ends."
    ),
    "import.second_head": (
        "{file}, row {row}, column {column}: {unit} has {head} as its head on the same days: a unit has one head;"
        " give the last day of one of the two appointments."
    ),
    "import.other_name": (
        "{file}, row {row}, column {column}: {official} was called {before} and is now called {value}: if this is"
        " another person, give another code."
    ),
    "import.move_needs_day": (
        "{file}, row {row}, column {column}: {official} {name} serves in another unit: give the day from which "
        "this appointment holds."
    ),
    "import.moved": (
        "{file}, row {row}, column {column}: {name} moves: the appointment in {unit} ends on {last}, this one "
        "begins on {first}."
    ),
    "import.ends_before_start": (
        "{file}, row {row}, column {column}: the appointment ends on {last}, before it begins on {first}."
    ),
    "import.missing": "{file}, row {row}: {what} is missing: a task needs it.",
    "import.no_owner": (
        "{file}, row {row}: nobody is named who answers for the task: write one official's code or full name."
    ),
    "import.no_assigner": (
        "{file}, row {row}: nobody is named as the assigner of {owner}'s task: until one is, a deputy or clerk of"
        " the office records the decisions."
    ),
    "import.assigner_may_not": (
        "{file}, row {row}, column {column}: {assigner} may not give tasks to {owner} by the posts that both "
        "hold; taken as the book has it."
    ),
    "import.assigner_is_owner": (
        "{file}, row {row}, column {column}: {owner} is assigner and owner at once; taken as the book has it, but"
        " only a superior can confirm the task."
    ),
    "import.head_needs_superior": (
        "{file}, row {row}, column {column}: {owner} heads the office, whose tasks a superior gives; {assigner} "
        "is taken as the book has it."
    ),
    "import.owner_not_yet": (
        "{file}, row {row}, column {column}: {person} held no post yet on {day} as far as the office knows; the "
        "task counts in the first unit."
    ),
    "import.owner_left": (
        "{file}, row {row}, column {column}: {person} holds no post on {day}: who answers for a task has a valid "
        "appointment on the day of assignment."
    ),
    "import.other_unit": (
        "{file}, row {row}, column {column}: {owner} does not belong to “{value}” on the day of assignment; the "
        "owner's own unit counts."
    ),
    "import.task_unit_unknown": (
        "{file}, row {row}, column {column}: no unit has the code or the name “{value}”; the owner's unit counts."
    ),
    "import.no_assignment_day": (
        "{file}, row {row}: without a day of assignment, of a start or of a document the task counts as assigned "
        "on {day}."
    ),
    "import.no_completion_day": (
        "{file}, row {row}, column {column}: the task is handed in or done, but no day tells when: fill in the "
        "day of completion."
    ),
    "import.due_before_assigned": (
        "{file}, row {row}, column {column}: the deadline {due} is before the day of assignment, {assigned}."
    ),
    "import.due_on_day_off": (
        "{file}, row {row}, column {column}: the deadline {due} is a day off; it is kept as given."
    ),
    "import.year_unconfirmed": (
        "{file}, row {row}, column {column}: the days off of {year} are not confirmed yet: check the working "
        "calendar when the official plan is out."
    ),
    "import.after_today": (
        "{file}, row {row}, column {column}: {day} is after today, {today}: nothing has happened on that day yet."
    ),
    "import.before_event": (
        "{file}, row {row}, column {column}: {day} is before {before}, the day of the event that it follows."
    ),
    "import.too_long": (
        "{file}, row {row}, column {column}: the text has {length} characters; this field takes {limit}."
    ),
    "import.quantity": (
        "{file}, row {row}, column {column}: a quantity of {value} is not taken: write a whole number from 1 to "
        "{limit}."
    ),
    "import.coefficient": "{file}, row {row}, column {column}: the factor {value} is too large: at most {limit}.",
    "import.parent_unknown": (
        "{file}, row {row}, column {column}: no task above it has the number “{value}”, in the file or in the office."
    ),
    "import.parent_circle": (
        "{file}, row {row}, column {column}: with “{value}” above it the task comes to stand above itself."
    ),
    "import.number_twice": (
        "{file}, row {row}, column {column}: the number {value} stands in row {first} too: each task has a number"
        " of its own."
    ),
    "import.row_twice": (
        "{file}, row {row}, column {column}: title, owner, document and day are those of row {first}: give the "
        "tasks numbers if they are two."
    ),
    "import.several_alike": (
        "{file}, row {row}, column {column}: {count} tasks of the office have this title, owner, document and "
        "day: give the number of the one that is meant."
    ),
    "import.kept": (
        "{file}, row {row}, column {column}: for {number} the file has “{value}” and the program “{kept}”, which "
        "stays: change it in the program if the file is right."
    ),
    "import.number_taken": (
        "{file}, row {row}, column {column}: {number} is another task of the office, assigned on {day}: "
        "“{title}”. Give this one a number of its own."
    ),
    "import.assigner_kept": (
        "{file}, row {row}, column {column}: for {number} the file has “{value}” as assigner; the one in the "
        "program stays."
    ),
    "import.owner_kept": (
        "{file}, row {row}, column {column}: {number} went from “{value}” to another official in the program, so "
        "the file is behind and the owner stays; hand it over in the program if it came back."
    ),
    "import.state_kept": (
        "{file}, row {row}, column {column}: for {number} the file has “{value}” and the program is at “{kept}”, "
        "which stays."
    ),
    "import.undoes_confirmation": (
        "{file}, row {row}, column {column}: {number} was confirmed on {day}; “{value}” would undo that. Only an "
        "undo in the program does."
    ),
    "import.other_completion": (
        "{file}, row {row}, column {column}: {number} was confirmed with {kept}; {value} would change that. Only "
        "an undo in the program does."
    ),
    "import.done_stays": (
        "{file}, row {row}, column {column}: {number} was confirmed on {day}: neither owner nor deadline changes "
        "behind that (“{value}”)."
    ),
    "import.first_deadline": (
        "{file}, row {row}, column {column}: the first deadline of {number} is {kept} and never changes; the file"
        " has {value}. A later one belongs into the column of the present deadline."
    ),
    "import.extends_submitted": (
        "{file}, row {row}, column {column}: a result of {number} has awaited its decision since {day}: confirm "
        "or return it before the deadline changes."
    ),
}
