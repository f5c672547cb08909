"""Dự thảo and phát hành: a report is kept as it was drawn, issued with its number and day, printed again byte for byte.

What is kept is the content in blocks, not figures to be counted again: tasks go on, the report stands. Issuing sets the
pages once, with number, day and seal; that PDF is kept too, and every copy of it is the same.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Unpack

from tracker.domain.errors import Damaged
from tracker.papers.kinds import KINDS
from tracker.store import evidence, kept, units

if TYPE_CHECKING:
    from datetime import date

    from tracker.actions.acting import Said
    from tracker.domain.kept import KeptId, KeptReport
    from tracker.domain.officials import Actor
    from tracker.papers.asked import Asked
    from tracker.reports.blocks import Document, Seal
    from tracker.store import Store

SEAL = "BARO1"
"""What the text of a seal begins with."""
APART = "|"


def keep(store: Store, asked: Asked, today: date, actor: Actor) -> KeptReport:
    """Draw a report and keep it as a draft, journaled; the draft.

    Raises Refused as its kind does, "report.glyph_missing", "rights.no_post".
    """
    from tracker.actions.reports import keep_report
    from tracker.domain.kept import KeptId, KeptReport
    from tracker.reports import kept as content
    from tracker.reports import pdf

    with store.reading():
        drawn = KINDS[asked.kind].draw(store, asked, today, actor)
    pdf.draw(drawn.document, boxed=asked.boxed)  # what cannot be printed is never kept
    foot = drawn.paper.foot
    report = KeptReport(
        id=KeptId(0),
        report=asked.kind,
        unit=units.by_code(store, drawn.paper.unit).id,
        title=drawn.document.title,
        name=drawn.name,
        symbol=drawn.paper.letterhead.symbol,
        choices=_choices(asked),
        entries=foot.journal_number,
        head=foot.journal_hash,
        document=evidence.file_content(store, content.to_bytes(drawn.document)),
        chased=json.dumps(drawn.chased),
        kept_on=today,
        kept_by=actor.official,
    )
    done = keep_report(store, actor, report)
    return kept.get(store, next(KeptId(int(str(id_))) for kind, id_ in done.records if kind == "kept_report"))


def _choices(asked: Asked) -> str:
    told = {
        "period": str(asked.period) if asked.period else None,
        "official": asked.official,
        "task": asked.task,
        "signer": asked.signer,
        "without": list(asked.without),
        "texts": dict(asked.texts),
        "boxed": asked.boxed,
    }
    return json.dumps({name: value for name, value in told.items() if value}, ensure_ascii=False, sort_keys=True)


def issue(store: Store, actor: Actor, report: KeptId, number: str, **said: Unpack[Said]) -> KeptReport:
    """Issue a kept report; the same with number, day and paper. Raises as `tracker.actions.reports.issue_report`."""
    from tracker.actions.reports import issue_report

    def drawn(given: KeptReport) -> tuple[str, int]:
        from tracker.reports import kept as content
        from tracker.reports import pdf

        assert given.number is not None
        assert given.issued_on is not None
        document = content.issued(_content(store, given), given.number, given.issued_on, seal(store, given))
        data = pdf.draw(document, boxed=bool(json.loads(given.choices).get("boxed")))
        return evidence.file_content(store, data), len(data)

    issue_report(store, actor, report, number, drawn, **said)
    return kept.get(store, report)


def paper(store: Store, report: KeptReport) -> bytes:
    """The PDF of a report: as it was issued, or the draft with its blanks. Raises Damaged where the file is lost."""
    from tracker.reports import pdf

    if report.paper is not None:
        return evidence.content(store, report.paper)
    return pdf.draw(_content(store, report), boxed=bool(json.loads(report.choices).get("boxed")))


def seal(store: Store, report: KeptReport) -> Seal:
    """The seal of an issued report: number, unit, period and the whole hash, as a code and in words."""
    from tracker.reports import foot, vietnamese
    from tracker.reports.blocks import Seal

    assert report.issued_on is not None
    unit = units.get(store, report.unit)
    period = str(json.loads(report.choices).get("period", ""))
    text = APART.join((SEAL, kept.called(report), unit.code, period, str(report.entries), report.head))
    lines = (
        f"Số {kept.called(report)} {vietnamese.long_day(report.issued_on)}. {unit.name}.",
        f"Sổ nhật ký đến mục {vietnamese.whole(report.entries)}, mã {foot.grouped(foot.code_of(report.head))}.",
        "Đối chiếu: quét mã, hoặc gõ mã trên vào mục Đối chiếu của trang Báo cáo.",
    )
    return Seal(text, lines)


def _content(store: Store, report: KeptReport) -> Document:
    from tracker.reports import kept as content

    try:
        return content.from_bytes(evidence.content(store, report.document))
    except ValueError as error:
        raise Damaged("evidence.altered", path=str(evidence.place(store.folder, report.document))) from error
