"""Whatever is half written, an editor gets an answer."""

from hypothesis import given
from hypothesis import strategies as st

from soa.editor.actions import actions
from soa.editor.completion import completions
from soa.editor.hover import hover
from soa.editor.outline import outline
from soa.editor.positions import Lines
from soa.rules import all_rules
from tests.rules.sound import FRAME, checked

BITS = ["\n", "\r\n", "\r", "\t", "- ", "[", "{", "]", "}", ": ", '"', "'", "#", "# soa: ignore[", "lead: ", "*a", "|\n", "👵", "\u2028", "file: x.yaml", "---\n", "<<: "]  # fmt: skip


@given(st.integers(0, len(FRAME)), st.integers(0, 60), st.sampled_from(BITS), st.integers(-200, 200), st.data())
def test_a_text_that_is_being_written_is_answered(
    at: int, gone: int, put_in: str, away: int, data: st.DataObject
) -> None:
    """Some letters are gone, others have come, and the cursor is near: nothing raises, and places are places of the text."""
    text = FRAME[:at] + put_in + FRAME[at + gone :]
    offset = min(max(at + away, 0), len(text))
    found = checked(text, {})
    lines = Lines(text, data.draw(st.sampled_from(["utf-8", "utf-16", "utf-32"])))
    line, _ = lines.written(lines.position(offset))
    hover(found, all_rules(), "soa.yaml", offset, line + 1)
    offers = completions("soa.yaml", "soa.yaml", text, offset, lambda name: "", all_rules(), found)
    assert offers.start <= offset <= offers.end
    list(actions(found, all_rules(), "soa.yaml", max(offset - 100, 0), offset))
    for heading in outline(found.source, "soa.yaml"):
        assert heading.whole.start <= heading.head.start <= heading.head.end <= heading.whole.end
        assert heading.name.strip()
