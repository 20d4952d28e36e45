"""Jobs in processes: every one is answered once and in its order, whatever becomes of the processes."""

import os
import signal
import time
from contextlib import suppress
from datetime import date

import pytest

from soa.cli import executors, kept, processes
from soa.cli.executors import Ticket, in_order
from soa.cli.kept import Kept
from soa.cli.processes import Processes
from soa.config.settings import Settings
from soa.portfolio.facts import Trouble, from_json, to_json
from soa.portfolio.run import Job, Judged

FORKS = pytest.mark.skipif(processes.METHOD != "fork", reason="a stand-in reaches only processes that are forked")


def job(root, text=b""):
    return Job(root, "soa.yaml", (("soa.yaml", text),), Settings(), date(2013, 6, 1))


def answer(root, text=b""):
    return to_json(Trouble(root, (f"{root} was judged {text!r}",)))


def stand_in(job):
    [(_, text)] = job.files
    if text == b"die":
        os.kill(os.getpid(), signal.SIGKILL)
    if text.startswith(b"die once "):
        try:
            os.close(os.open(text.removeprefix(b"die once "), os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return Judged(answer(job.root))
        os.kill(os.getpid(), signal.SIGKILL)
    if text == b"who":
        return Judged(str(os.getpid()).encode())
    if text == b"passing":
        return Judged(answer(job.root), lasting=False)
    return Judged(answer(job.root, text))


@pytest.fixture(autouse=True)
def _stand_in(monkeypatch):
    monkeypatch.setattr(processes, "judge", stand_in)
    monkeypatch.setattr(processes, "warm", lambda: None)


def done(jobs, number=2, kept=None):
    with Processes(number) as executor:
        return list(in_order(jobs, executor, kept))


class Backwards:
    """An executor that ends last what was begun first."""

    width = 5

    def __init__(self):
        self.running, self.most, self.begun = [], 0, 0

    def begin(self, ticket):
        self.running.append(ticket)
        self.begun += 1
        self.most = max(self.most, len(self.running))

    def ended(self):
        ticket = self.running.pop()
        return ticket, stand_in(ticket.job)


# ---- in order ------------------------------------------------------------------------------------------------------


def test_entries_come_in_the_order_of_their_jobs_whatever_ends_first():
    jobs = [job(str(number)) for number in range(23)]
    assert list(in_order(iter(jobs), Backwards(), None)) == [answer(str(number)) for number in range(23)]


def test_no_more_jobs_are_read_than_are_soon_done(monkeypatch):
    monkeypatch.setattr(executors, "_MOST_BEHIND", 20)
    read, ahead = 0, []

    def jobs():
        nonlocal read
        for number in range(400):
            read += 1
            yield job(str(number))

    executor = Backwards()
    for taken, _ in enumerate(in_order(jobs(), executor, None), 1):
        ahead.append(read - taken)
    assert executor.most == executor.width
    assert max(ahead) <= 20 + executor.width


def test_what_is_kept_is_not_begun(tmp_path):
    jobs = [job(str(number)) for number in range(9)]
    first, second = Backwards(), Backwards()
    assert list(in_order(jobs[3:5], first, Kept())) == list(in_order(jobs, second, Kept()))[3:5]
    assert (first.begun, second.begun) == (2, 7)
    assert list(in_order(jobs, Backwards(), Kept())) == list(in_order(jobs, Backwards(), None))


def test_what_is_done_is_kept_before_the_next_is_waited_for():
    class Interrupted(Backwards):
        def ended(self):
            if len(self.running) < 4:
                raise KeyboardInterrupt
            return super().ended()

    jobs = [job(str(number)) for number in range(9)]
    with pytest.raises(KeyboardInterrupt):
        list(in_order(jobs, Interrupted(), Kept()))
    again = Backwards()
    assert len(list(in_order(jobs, again, Kept()))) == 9
    assert again.begun == 9 - 6  # three were still running


def test_what_may_end_better_another_time_is_not_kept():
    jobs = [job("0", b"passing")]
    for _ in range(2):
        executor = Backwards()
        list(in_order(jobs, executor, Kept()))
        assert executor.begun == 1


# ---- processes -----------------------------------------------------------------------------------------------------


@FORKS
@pytest.mark.parametrize("number", [1, 2, 5])
def test_processes_answer_every_job_once_and_in_order(number):
    jobs = [job(str(one)) for one in range(40)]
    assert done(jobs, number) == [answer(str(one)) for one in range(40)]


@FORKS
def test_a_job_that_is_larger_than_a_pipe_holds_travels_whole():
    text = os.urandom(3_000_000)
    assert done([job("large", text), job("small")]) == [answer("large", text), answer("small")]


@FORKS
def test_a_job_that_ends_its_process_is_reported_and_stops_nothing():
    jobs = [job(str(one), b"die" if one in {0, 3, 4, 11} else b"") for one in range(12)]
    found = done(jobs)
    assert [found[one] for one in range(12) if one not in {0, 3, 4, 11}] == [
        answer(str(one)) for one in range(12) if one not in {0, 3, 4, 11}
    ]
    for one in (0, 3, 4, 11):
        entry = from_json(found[one])
        assert entry.root == str(one)
        assert "ended the process" in entry.reasons[0]


@FORKS
def test_a_process_that_is_ended_from_outside_loses_nothing(tmp_path):
    jobs = [job(str(one), b"die once %s/%d" % (bytes(tmp_path), one)) for one in range(6)]
    assert done(jobs) == [answer(str(one)) for one in range(6)]


@FORKS
def test_a_process_that_died_while_it_had_nothing_to_do_is_replaced():
    with Processes(1) as executor:
        executor.begin(Ticket(0, job("0", b"who")))
        _, judged = executor.ended()
        os.kill(int(judged.entry), signal.SIGKILL)
        executor._idle[0]._process.join()
        executor.begin(Ticket(1, job("1")))
        assert executor.ended()[1].entry == answer("1")


@FORKS
def test_ctrl_c_is_no_matter_of_the_processes():
    with Processes(1) as executor:
        executor.begin(Ticket(0, job("0", b"who")))
        first = executor.ended()[1].entry
        os.kill(int(first), signal.SIGINT)
        executor.begin(Ticket(1, job("1", b"who")))
        assert executor.ended()[1].entry == first


@FORKS
def test_processes_are_replaced_before_they_grow_old(monkeypatch):
    monkeypatch.setattr(processes, "_JOBS_A_LIFE", 3)
    assert len(set(done([job(str(one), b"who") for one in range(9)], 1))) == 3


@FORKS
def test_no_process_outlives_the_run():
    pids = {int(pid) for pid in done([job(str(one), b"who") for one in range(4)])}
    with suppress(KeyboardInterrupt), Processes(2) as executor:
        executor.begin(Ticket(0, job("0", b"who")))
        pids.add(int(executor.ended()[1].entry))
        executor.begin(Ticket(1, job("1")))
        raise KeyboardInterrupt
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_nothing_is_begun_where_nothing_is_to_be_done():
    with Processes(3) as executor:
        assert list(in_order([], executor, None)) == []
        assert executor._idle == []


# ---- what is kept --------------------------------------------------------------------------------------------------


def entries(tmp_path):
    return sorted((tmp_path / "cache" / "portfolio").iterdir())


def test_what_is_kept_is_found_again():
    Kept().put("a", b"one")
    assert (Kept().get("a"), Kept().get("b")) == (b"one", None)


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-1], lambda data: data + b"x", lambda data: b"", lambda data: b"\xff" * 99]
)
def test_what_was_damaged_is_as_if_it_were_not_there(tmp_path, damage):
    Kept().put("a", b"one" * 100)
    [file] = entries(tmp_path)
    file.write_bytes(damage(file.read_bytes()))
    assert Kept().get("a") is None
    Kept().put("a", b"two")
    assert Kept().get("a") == b"two"


def test_another_program_finds_nothing(monkeypatch):
    Kept().put("a", b"one")
    other = kept.program()._replace(digest="another")
    monkeypatch.setattr(kept, "program", lambda: other)
    assert Kept().get("a") is None


def test_a_place_that_cannot_be_written_is_left_alone(tmp_path):
    (tmp_path / "cache").write_text("a file")
    Kept().put("a", b"one")
    assert Kept().get("a") is None


def test_those_go_that_nobody_asked_for_the_longest(monkeypatch, tmp_path):
    monkeypatch.setattr(kept, "_MOST", 8)
    found = Kept()
    for number in range(8):
        found.put(str(number), b"one")
    for age, file in enumerate(entries(tmp_path)):
        os.utime(file, (age, age))
    assert Kept().get("0")  # which makes it the youngest
    asked = time.time()
    Kept().put("8", b"one")
    assert len(entries(tmp_path)) == 6
    assert Kept().get("0")
    assert Kept().get("8")
    assert sum(file.stat().st_mtime >= asked - 60 for file in entries(tmp_path)) == 2
