"""What a cluster answers, and what is made of it: workers that die, differ or leave, and a scheduler that goes."""

import sys
from concurrent.futures import CancelledError
from datetime import date
from types import SimpleNamespace

import pytest

from soa.cli import cluster
from soa.cli.cluster import Dask, OtherProgram, judge_alike
from soa.cli.ends import Refused
from soa.cli.executors import in_order
from soa.cli.kept import Kept, program
from soa.config.settings import Settings
from soa.portfolio.facts import Trouble, from_json, to_json
from soa.portfolio.run import Job, Judged, judge


def job(root):
    return Job(root, "soa.yaml", (("soa.yaml", b"soa: 1\n"),), Settings(), date(2013, 6, 1))


def answer(root):
    return to_json(Trouble(root, ("it was judged",)))


class KilledWorker(Exception):
    pass


class Future:
    def __init__(self, key, what):
        self.key, self.what = key, what

    def result(self):
        if isinstance(self.what, Judged):
            return self.what
        raise self.what


class Cluster:
    """Stands in for Dask: it answers what it is told to, the newest job first."""

    def __init__(self, **answers):
        self.answers, self.submitted, self.workers, self.closed = answers, [], {"tcp://w1": program()}, False
        self.threads = [1]
        """How many threads there are, each time that somebody asks; the last for ever."""

    def install(self, monkeypatch):
        module = SimpleNamespace(Client=lambda address, **_: self, wait=self.wait, KilledWorker=KilledWorker)
        monkeypatch.setitem(sys.modules, "distributed", module)
        return self

    def run(self, function, on_error):
        return self.workers

    def nthreads(self):
        return {"tcp://w1": self.threads.pop(0) if len(self.threads) > 1 else self.threads[0]}

    def submit(self, function, job, asked_by, *, key, pure):
        assert (function, asked_by, pure) == (judge_alike, program(), True)
        self.submitted.append(key.partition("-" + job.key)[0] + " " + job.root)
        given = self.answers.get(job.root, [])
        return Future(key, given.pop(0) if given else Judged(answer(job.root)))

    def wait(self, futures, timeout, return_when):
        assert return_when == "FIRST_COMPLETED"
        if isinstance(futures[-1].what, TimeoutError):
            raise TimeoutError
        if isinstance(futures[-1].what, CancelledError):
            raise CancelledError
        return SimpleNamespace(done={futures[-1]})

    def cancel(self, futures):
        self.closed = True

    def close(self, timeout):
        self.closed = True


def done(roots, kept=None):
    with Dask("here:1") as executor:
        return list(in_order(map(job, roots), executor, kept))


def test_every_job_is_answered_once_and_in_order(monkeypatch):
    running = Cluster().install(monkeypatch)
    roots = [str(number) for number in range(40)]
    assert done(roots) == [answer(root) for root in roots]
    assert sorted(running.submitted) == sorted(f"soa {root}" for root in roots)
    assert running.closed


def test_who_stood_beside_a_job_that_ends_its_worker_is_not_blamed(monkeypatch):
    running = Cluster(bad=[KilledWorker(), KilledWorker()], beside=[KilledWorker()]).install(monkeypatch)
    found = done(["a", "bad", "beside", "z"])
    assert [found[0], found[2], found[3]] == [answer("a"), answer("beside"), answer("z")]
    [reason] = from_json(found[1]).reasons
    assert reason.startswith("checking it ended several workers")
    assert sorted(running.submitted[4:]) == ["soa-alone bad", "soa-alone beside"]


def test_what_ended_its_workers_is_tried_again_by_the_next_run(monkeypatch):
    Cluster(bad=[KilledWorker(), KilledWorker()]).install(monkeypatch)
    done(["a", "bad"], Kept())
    again = Cluster().install(monkeypatch)
    assert done(["a", "bad"], Kept()) == [answer("a"), answer("bad")]
    assert again.submitted == ["soa bad"]


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (
            OtherProgram("soa 0.0.9 on Python 3.11"),
            "the worker at here:1 has soa 0.0.9 on Python 3.11, and here is soa ",
        ),
        (OtherProgram(str(program())), "the worker at here:1 has another build of it"),
        (CancelledError(), "the scheduler here:1 does not answer any more"),
        (OSError("gone"), "the scheduler here:1 does not answer any more"),
        (ModuleNotFoundError("soa"), "a worker of here:1 cannot do as asked (ModuleNotFoundError: soa)"),
    ],
)
def test_what_no_worker_can_mend_ends_the_run_and_what_was_done_is_kept(monkeypatch, fault, said):
    running = Cluster(a=[fault]).install(monkeypatch)
    with pytest.raises(Refused) as refused:
        done(["a", "b", "c"], Kept())  # the newest is answered first
    assert said in str(refused.value)
    assert running.closed
    again = Cluster().install(monkeypatch)
    assert done(["a", "b", "c"], Kept()) == [answer("a"), answer("b"), answer("c")]
    assert again.submitted == ["soa a"]


def test_where_all_workers_have_left_the_run_ends_after_a_while(monkeypatch):
    running = Cluster(a=[TimeoutError()]).install(monkeypatch)
    running.threads = [1, 0]
    with pytest.raises(Refused, match="no worker is left at the scheduler here:1"):
        done(["a"])


def test_workers_that_come_back_in_time_are_waited_for(monkeypatch):
    running = Cluster(a=[TimeoutError()]).install(monkeypatch)
    running.threads = [1, *[0] * (cluster._PATIENCE - 1), 1, *[0] * (cluster._PATIENCE - 1), 1, 0]
    waited = []
    wait = running.wait

    def counted(*words):
        waited.append(words)
        return wait(*words)

    sys.modules["distributed"].wait = counted
    with pytest.raises(Refused):
        done(["a"])
    assert len(waited) == 3 * cluster._PATIENCE


@pytest.mark.parametrize(
    ("workers", "said"),
    [
        ({}, "the scheduler here:1 has no workers; start some with: dask worker here:1"),
        ({"tcp://w1": ModuleNotFoundError("soa")}, "the worker tcp://w1 does not have soa; install soa "),
        ({"tcp://w1": ValueError("x")}, "the worker tcp://w1 does not answer as it should (x)"),
        (
            {"tcp://w1": program(), "tcp://w2": program()._replace(digest="x")},
            "the worker tcp://w2 has another build of it, and here is soa ",
        ),
        ({"tcp://w1": program()._replace(python="3.99")}, "on Python 3.99, and here is soa "),
    ],
)
def test_workers_are_looked_at_before_anything_is_sent(monkeypatch, workers, said):
    running = Cluster().install(monkeypatch)
    running.workers = workers
    with pytest.raises(Refused) as refused:
        done(["a"])
    assert said in str(refused.value)
    assert (running.submitted, running.closed) == ([], True)


def test_a_worker_judges_only_for_the_same_program():
    assert judge_alike(job("a"), program()) == judge(job("a"))
    with pytest.raises(OtherProgram, match=r"soa .* on Python "):
        judge_alike(job("a"), program()._replace(digest="x"))
