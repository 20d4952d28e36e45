"""A job holds all that an answer depends on, and nothing else is asked for."""

import pickle
from datetime import date

import pytest

from soa.config.settings import Settings
from soa.portfolio import run
from soa.portfolio.facts import Trouble, from_json
from soa.portfolio.run import Job, Judged, job_of, judge
from soa.source.faults import MAX_BYTES
from tests.cli.run import in_parts
from tests.rules.sound import FRAME

DAY = date(2013, 6, 1)


def reads(texts, asked=None):
    def read(name):
        if asked is not None:
            asked.append(name)
        found = texts.get(name, FileNotFoundError)
        if isinstance(found, type):
            raise found(name)
        return found.encode() if isinstance(found, str) else found

    return read


def job(texts, root="glenmore", settings=Settings(), as_of=DAY):  # noqa: B008 - a constant
    return job_of(root, "soa.yaml", reads(texts), settings, as_of)


def of_parts():
    return {f"{name}.yaml": text for name, text in in_parts().items()}


def test_a_job_holds_every_file_that_the_agreement_names():
    assert [name for name, held in job(of_parts()).files if isinstance(held, bytes)] == ["soa.yaml", "money.yaml"]


@pytest.mark.parametrize(
    "named",
    [
        "resources: {file: money.yaml}",
        'resources: {"file": money.yaml}',
        'resources: {"\\x66ile": money.yaml}',
        "resources:\n  ? file\n  : money.yaml",
        "x-key: &key file\nresources: {*key : money.yaml}",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_no_way_of_naming_a_file_is_missed(named, encoding):
    texts = of_parts()
    text = texts["soa.yaml"].replace("resources: {file: money.yaml}", named)
    assert named in text
    assert ("money.yaml", texts["money.yaml"].encode()) in job({**texts, "soa.yaml": text.encode(encoding)}).files


def test_an_agreement_in_one_file_is_not_understood_twice(monkeypatch):
    import soa.source

    monkeypatch.setattr(soa.source, "load", None)
    asked = []
    job_of(
        "glenmore",
        "soa.yaml",
        reads({"soa.yaml": "soa: 1\n", "review/round-1.yaml": "soa: 1\n"}, asked),
        Settings(),
        DAY,
    )
    assert asked == ["soa.yaml", "review/round-1.yaml", "review/round-2.yaml"]


def test_rounds_of_review_belong_to_the_job_of_either_kind():
    rounds = {"review/round-1.yaml": "soa: 1\n", "review/round-2.yaml": "soa: 1\n"}
    for texts in ({"soa.yaml": FRAME}, of_parts()):
        assert set(rounds) < {name for name, held in job({**texts, **rounds}).files if isinstance(held, bytes)}


def test_judging_asks_for_nothing_that_the_job_does_not_hold(monkeypatch):
    made = job({**of_parts(), "review/round-1.yaml": "soa: 1\n"})
    before = run._reader(made)
    wanted = []

    def recorded(job):
        def read(name):
            wanted.append(name)
            return before(name)

        return read

    monkeypatch.setattr(run, "_reader", recorded)
    judge(made)
    assert len(wanted) > 2
    assert set(wanted) <= {name for name, _ in made.files}


@pytest.mark.parametrize("name", ["soa.yaml", "money.yaml"])
def test_what_is_too_large_is_not_taken_along_whole_and_is_judged_the_same(name):
    texts = of_parts()
    texts[name] += "# " + "x" * (MAX_BYTES * 2) + "\n"
    texts["review/round-1.yaml"] = "soa: 1\n"
    made = job(texts)
    whole = made._replace(
        files=tuple((file, texts[file].encode()) if file in texts else (file, held) for file, held in made.files)
    )
    assert sum(len(held) for _, held in made.files if isinstance(held, bytes)) == MAX_BYTES + 1
    assert judge(made) == judge(whole)
    assert judge(made) != judge(job(of_parts()))


@pytest.mark.parametrize("error", [FileNotFoundError, PermissionError, IsADirectoryError, OSError])
def test_what_the_disk_refuses_is_judged_as_where_it_was_read(error):
    texts = {**of_parts(), "money.yaml": error}
    read = run._reader(job(texts))
    with pytest.raises(OSError) as raised:
        read("money.yaml")
    assert type(raised.value) is error


def test_the_answer_is_the_same_after_a_journey():
    made = job(of_parts())
    there = pickle.loads(pickle.dumps(made))
    assert there == made
    assert judge(there) == judge(made)
    assert pickle.loads(pickle.dumps(judge(made))) == judge(made)


def test_a_sound_agreement_is_judged_and_a_broken_one_has_its_reasons():
    assert from_json(judge(job({"soa.yaml": FRAME})).entry).title
    broken = judge(job({"soa.yaml": "- nothing\n- of the kind\n"}))
    assert broken.lasting
    found = from_json(broken.entry)
    assert found.root == "glenmore"
    assert isinstance(found, Trouble)
    assert found.reasons[0].startswith("soa.yaml, line 1: An agreement is written as keys and values")


def test_an_agreement_that_is_not_there_is_judged_as_such():
    assert "soa.yaml" in from_json(judge(job({"soa.yaml": PermissionError})).entry).reasons[0]


def test_a_fault_of_ours_is_told_of_that_agreement_and_does_not_last(monkeypatch):
    def stops(job):
        raise RecursionError("too deep")

    monkeypatch.setattr(run, "_entry", stops)
    judged = judge(job({"soa.yaml": FRAME}))
    assert not judged.lasting
    [reason] = from_json(judged.entry).reasons
    assert "RecursionError: too deep" in reason


BASE = job({"soa.yaml": "soa: 1\n"})


@pytest.mark.parametrize(
    "other",
    [
        job({"soa.yaml": "soa: 2\n"}),
        job({"soa.yaml": "soa: 1\n"}, root="another"),
        job({"soa.yaml": "soa: 1\n"}, as_of=date(2013, 6, 2)),
        job({"soa.yaml": "soa: 1\n"}, settings=Settings(rules={"no-date": "off"})),
        job({"soa.yaml": "soa: 1\n", "review/round-1.yaml": "soa: 1\n"}),
        job({"soa.yaml": PermissionError}),
        Job("glenmore", "soa.yaml", (("soa.yaml", b"soa: 1\n"), ("more.yaml", b"")), Settings(), DAY),
        BASE._replace(name="other.yaml"),
    ],
)
def test_whatever_differs_shows_in_the_key(other):
    assert other.key != BASE.key


def test_an_empty_file_is_not_one_that_is_missing():
    empty = BASE._replace(files=(("soa.yaml", b""),))
    assert empty.key != BASE._replace(files=(("soa.yaml", "missing"),)).key


def test_the_key_is_the_same_for_the_same_job():
    assert job({"soa.yaml": "soa: 1\n"}).key == BASE.key


def test_warming_up_judges_nobody():
    run.warm()
    assert isinstance(judge(BASE), Judged)
