"""Units of officials by day, against the rule of the domain."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import an_appointment
from tracker.domain.officials import OfficialId, main_unit_on
from tracker.domain.units import UnitId
from tracker.figures.belonging import Belonging

days = st.dates(date(2026, 1, 1), date(2026, 1, 20))
posts = st.lists(st.tuples(st.none() | days, st.integers(1, 3)), max_size=5)


@given(posts, days, days)
def test_a_prepared_answer_is_the_rules_answer(given_posts: list, day: date, other: date) -> None:
    made = [an_appointment(OfficialId(1), UnitId(unit), starts_on=begins) for begins, unit in given_posts]
    rows = sorted((post.starts_on.isoformat() if post.starts_on else "", post.id, post.unit) for post in made)
    belonging = Belonging((1, begins, unit) for begins, _, unit in rows)
    assert belonging.unit(1, day.isoformat()) == main_unit_on(made, day)

    after, to = sorted((day, other))
    changed = belonging.changes(1, after.isoformat(), to.isoformat())
    for on in changed:
        eve = date.fromisoformat(on).toordinal() - 1
        assert main_unit_on(made, date.fromisoformat(on)) != main_unit_on(made, date.fromordinal(eve))
    if not changed:
        assert main_unit_on(made, after) == main_unit_on(made, to)


def test_who_has_no_post_belongs_nowhere() -> None:
    assert Belonging([]).unit(1, "2026-01-01") is None
    assert Belonging([(1, "", 2), (1, "2026-01-05", 2)]).settled == {1: 2}
