"""Sentences of reading and writing foreign files (tracker.exchange): file, row, column and heading come first."""

SENTENCES: dict[str, str] = {
    "exchange.not_a_pdf": "{file} is no PDF that can be read: check the file.",
    "exchange.too_many_pages": "{file} has {count} pages, more than the {most} that are read.",
    "exchange.a_time_of_day": "{file}, row {row}, column {column} “{heading}”: “{value}” is a time and not a date.",
    "exchange.after_today": (
        "{file}, row {row}, column {column} “{heading}”: {value} is after today, {today}: nothing has happened "
        "on that day yet."
    ),
    "exchange.bomb": (
        "{file}: the file is built to grow beyond measure when it is opened (more than 200 MB, 200 times its "
        "size or 2,000 parts) and is not opened."
    ),
    "exchange.cannot_open": (
        "{file}: the file may not be read ({detail}): close the program that holds it, or ask for the right to read it."
    ),
    "exchange.cell_error": (
        "{file}, row {row}, column {column} “{heading}”: the cell shows an error of the spreadsheet (as #REF!): "
        "correct it."
    ),
    "exchange.code_of_two": (
        "{file}, row {row}, column {column} “{heading}”: the code {value} is that of {name} in row {first}: one "
        "code is one person."
    ),
    "exchange.confirmed_before_submitted": (
        "{file}, row {row}, column {column} “{heading}”: the confirmation, {after}, is before the completion, {before}."
    ),
    "exchange.control_characters": (
        "{file}, row {row}, column {column} “{heading}”: the cell holds characters that cannot be printed: type "
        "the text again."
    ),
    "exchange.day_but_open": (
        "{file}, row {row}, column {column} “{heading}”: the task is still open, so the day of completion, "
        "{value}, is left out."
    ),
    "exchange.deadline_and_none": (
        "{file}, row {row}, column {column} “{heading}”: one deadline column has a date and the other says there "
        "is none: make them agree."
    ),
    "exchange.done_without_day": (
        "{file}, row {row}: the task is handed in or done, but without a day of completion, and whether it was "
        "in time cannot be told: fill in “Ngày báo cáo hoàn thành”."
    ),
    "exchange.due_before_assigned": (
        "{file}, row {row}, column {column} “{heading}”: the deadline {after} is before the day of assignment, "
        "{before}."
    ),
    "exchange.duplicate_code": (
        "{file}, row {row}, column {column} “{heading}”: the code {value} stands in row {first} already."
    ),
    "exchange.duplicate_number": (
        "{file}, row {row}, column {column} “{heading}”: the number {value} stands in row {first} already."
    ),
    "exchange.duplicate_post": (
        "{file}, row {row}, column {column} “{heading}”: the same appointment of {value} stands in row {first} already."
    ),
    "exchange.empty_file": "{file}: the file is empty: there is nothing to import.",
    "exchange.encoding_unclear": (
        "{file}: it is not clear whether the text is Unicode or in an old font (TCVN3, VNI): say --encoding "
        "unicode, tcvn3 or vni."
    ),
    "exchange.encrypted": "{file}: the workbook is encrypted: open it in Excel, remove the password and save it again.",
    "exchange.ends_before_start": (
        "{file}, row {row}, column {column} “{heading}”: the end, {after}, is before the beginning, {before}."
    ),
    "exchange.entities": (
        "{file}: the workbook declares XML entities, which no spreadsheet program writes, and is not opened."
    ),
    "exchange.event_before_assigned": (
        "{file}, row {row}, column {column} “{heading}”: {after} is before the day of assignment, {before}."
    ),
    "exchange.formula_without_result": (
        "{file}, row {row}, column {column} “{heading}”: the formula has no stored result: open the file in "
        "Excel and save it."
    ),
    "exchange.letters_lost": (
        "{file}, row {row}, column {column} “{heading}”: letters were lost with the old font ({value}): compare "
        "with the original."
    ),
    "exchange.missing": (
        "{file}, row {row}, column {column} “{heading}”: the cell is empty, and it must not be ({missing})."
    ),
    "exchange.no_headings": "{file}: within the first 20 rows no headings fit; missing: {wanted}.",
    "exchange.no_product_column": (
        "{file}, row {row}: there is no column “Sản phẩm”, and every task needs a product: add the column."
    ),
    "exchange.no_rows": "{file}: sheet “{sheet}” has headings, but no row below them.",
    "exchange.no_such_date": "{file}, row {row}, column {column} “{heading}”: “{value}” is no day of the calendar.",
    "exchange.no_such_sheet": "{file}: there is no sheet “{sheet}”; there are: {sheets}.",
    "exchange.no_title": "{file}, row {row}: the official has no title: it stays empty.",
    "exchange.not_a_date": (
        "{file}, row {row}, column {column} “{heading}”: “{value}” is not a date: write day/month/year, as 05/03/2026."
    ),
    "exchange.not_a_deadline": (
        "{file}, row {row}, column {column} “{heading}”: “{value}” is no deadline: write a date (05/03/2026), "
        "“không hạn” or “5 ngày làm việc”."
    ),
    "exchange.not_a_document_date": (
        "{file}, row {row}, column {column} “{heading}”: the date in “{value}” cannot be read: write it as "
        "118/KH-UBND ngày 02/7/2026."
    ),
    "exchange.not_a_group": (
        "{file}, row {row}, column {column} “{heading}”: “{value}” is no group of complexity: write N1 to N5."
    ),
    "exchange.not_a_number": "{file}, row {row}, column {column} “{heading}”: “{value}” is no number above 0.",
    "exchange.not_a_workbook": (
        "{file}: this is no workbook (.xlsx, .xls, .ods) and no CSV: open it in Excel and save it as .xlsx."
    ),
    "exchange.not_found": "There is no file {path}: check the name and the folder.",
    "exchange.not_percent": "{file}, row {row}, column {column} “{heading}”: “{value}” is no percentage from 0 to 100.",
    "exchange.not_whole": "{file}, row {row}, column {column} “{heading}”: “{value}” is no whole number.",
    "exchange.not_yes_or_no": (
        "{file}, row {row}, column {column} “{heading}”: “{value}” is neither yes nor no: write x or có, or "
        "leave it empty."
    ),
    "exchange.section_skipped": "{file}, row {row}: “{text}” is taken for the heading of a section and left out.",
    "exchange.several_sheets": "{file}: the headings of several sheets fit ({sheets}): name one with --sheet.",
    "exchange.state_by_day": (
        "{file}, row {row}, column {column} “{heading}”: no state of work is written (“{value}”), but a day of "
        "completion: taken as done."
    ),
    "exchange.state_open": (
        "{file}, row {row}, column {column} “{heading}”: “{value}” tells the deadline and not the state: taken "
        "as being worked on."
    ),
    "exchange.text_too_long": (
        "{file}, row {row}: a text is longer than a cell of Excel can hold (32,767 characters): export as .csv "
        "or .json."
    ),
    "exchange.too_large": "{file}: the file is larger than {limit} MB: split it.",
    "exchange.too_long": (
        "{file}, row {row}, column {column} “{heading}”: the cell has {length} characters; {limit} is the most a "
        "cell may hold."
    ),
    "exchange.too_long_to_read": (
        "{file}: reading the file took too long and was stopped: delete empty rows and formats below the table, "
        "or split the file."
    ),
    "exchange.too_many_cells": (
        "{file}: the sheet has more rows, columns or cells than can be read: delete what lies outside the table."
    ),
    "exchange.too_many_sheets": "{file}: the workbook has more than {limit} sheets: name one with --sheet.",
    "exchange.too_much_memory": (
        "{file}: the file needs more memory than 500 MB: delete empty rows and formats below the table, or split "
        "the file."
    ),
    "exchange.truncated": (
        "{file}: the file is damaged or cut off: ask for it once more, or open it in Excel and save it again."
    ),
    "exchange.unknown_cause": (
        "{file}, row {row}, column {column} “{heading}”: the kind of cause “{value}” is not known: write chủ "
        "quan, khách quan or phối hợp."
    ),
    "exchange.unknown_employment": (
        "{file}, row {row}, column {column} “{heading}”: the kind of employment “{value}” is not known: write "
        "cán bộ, công chức, viên chức or hợp đồng."
    ),
    "exchange.unknown_ending": "{file}: the name must end in .xlsx, .csv or .json.",
    "exchange.unknown_kind": (
        "{file}, row {row}, column {column} “{heading}”: the kind of unit “{value}” is not known: write phường, "
        "xã, văn phòng, phòng, trung tâm, đơn vị sự nghiệp or khác."
    ),
    "exchange.unknown_secrecy": (
        "{file}, row {row}, column {column} “{heading}”: the secrecy “{value}” is not known: write thường, hạn "
        "chế or mật."
    ),
    "exchange.unknown_source_kind": (
        "{file}, row {row}, column {column} “{heading}”: the kind of source “{value}” is not known: write văn "
        "bản, kết luận họp, chỉ đạo miệng, kế hoạch công tác, kiến nghị phản ánh, kết luận kiểm tra or định kỳ."
    ),
    "exchange.unknown_standing": (
        "{file}, row {row}, column {column} “{heading}”: the standing “{value}” is not known: write người đứng "
        "đầu, cấp phó or thành viên."
    ),
    "exchange.unknown_state": (
        "{file}, row {row}, column {column} “{heading}”: the state “{value}” is not known: write Chưa thực hiện, "
        "Đang thực hiện, Chờ xác nhận hoàn thành, Đã hoàn thành, Trả lại, Tạm dừng or Thu hồi."
    ),
    "exchange.unknown_urgency": (
        "{file}, row {row}, column {column} “{heading}”: the urgency “{value}” is not known: write thường, khẩn, "
        "thượng khẩn or hỏa tốc."
    ),
    "exchange.unreadable": (
        "{file}: the file cannot be read; it may be damaged: open it in Excel, save it as .xlsx and try again."
    ),
}
