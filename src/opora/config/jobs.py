"""The worker of the job queue: as a process of its own, or as a thread beside the web server.

A worker whose database goes away gives up, sometimes without a word. Around it stands a loop that asks the database
itself what is wrong, says it once, and begins anew as soon as there is an answer.
"""

import asyncio
import contextlib
import logging
import signal
import threading
import time
from typing import Any

import psycopg
from asgiref.sync import sync_to_async
from django.db import connections
from procrastinate import App, BaseRetryStrategy, RetryDecision
from procrastinate.jobs import Job
from procrastinate.psycopg_connector import PsycopgConnector

from opora.common import apart, trouble

logger = logging.getLogger("opora.jobs")

PAUSES = (0.5, 1.0, 2.0, 3.0)
"""Seconds before the next try; a database that comes back finds us within the last of them."""
CALM = 30.0
WITHOUT_A_SIGN = 60.0
"""After so many seconds without a sign of life a worker counts as dead and its job is taken up by another."""
TRIES = 3
"""So often a job is tried that its database or its worker left in the middle."""
AGAIN_IN = 30
"""After so many seconds it is tried again."""
LETS_GO_ON = 5.0
"""So many seconds after it was asked to stop a worker ends what is still being done apart; it is begun anew later."""
MISSED = 25 * 3600
"""A slot of the day that nobody was there for is made up within so many seconds, once."""


def work(*, wait: bool = True) -> None:
    """Take jobs until asked to stop, or, without `wait`, until the queue is empty."""
    if wait:
        asyncio.run(_Queue().serve_until_signalled())
    else:
        asyncio.run(_empty())


class Thread:
    """A worker beside the web server: starts with it, ends with it, and lets a running job finish."""

    def __init__(self) -> None:
        self._queue = _Queue()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="opora-jobs", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, seconds: float = 10) -> None:
        """Ask the worker to end and wait for it at most so long."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._queue.stopping.set)
            self._thread.join(seconds)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._queue.serve())
        self._loop.close()


class _Queue:
    """Works, and begins anew whenever the worker ended without being asked to."""

    def __init__(self) -> None:
        self.stopping = asyncio.Event()

    async def serve_until_signalled(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, self.stopping.set)
        await self.serve()

    async def serve(self) -> None:
        tries, is_away = 0, False
        while not self.stopping.is_set():
            began = time.monotonic()
            try:
                await _ask_database()
                if is_away:
                    logger.warning("The job queue works again.")
                is_away = False
                await self._work()
            except Exception as error:
                cause = trouble.cause_of(error)
                if cause is None:
                    logger.exception("The job queue stumbled; trying again")
                else:
                    is_away = True
                    trouble.tell(cause)
            if time.monotonic() - began > CALM:
                tries = 0
            await self._pause(PAUSES[min(tries, len(PAUSES) - 1)])
            tries += 1

    async def _pause(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.stopping.wait(), seconds)

    async def _work(self) -> None:
        app = _app()
        async with app.open_async():
            worker = asyncio.create_task(app.run_worker_async(**_manners(), shutdown_graceful_timeout=8))
            stop = asyncio.create_task(self.stopping.wait())
            await asyncio.wait({worker, stop}, return_when=asyncio.FIRST_COMPLETED)
            stop.cancel()
            worker.cancel()  # does nothing to one that already ended by itself
            if self.stopping.is_set():
                asyncio.get_running_loop().call_later(LETS_GO_ON, apart.end_all)
            try:
                await worker
            except asyncio.CancelledError:
                if not self.stopping.is_set():
                    raise


async def _empty() -> None:
    await _ask_database()
    app = _app()
    async with app.open_async():
        await app.run_worker_async(**_manners(), wait=False)


def _manners() -> dict[str, Any]:
    """A job that was done leaves no trace in the queue: the journal says what it did."""
    return {
        "install_signal_handlers": False,
        "delete_jobs": "successful",
        "stalled_worker_timeout": WITHOUT_A_SIGN,
    }


async def _ask_database() -> None:
    """Make sure that the database answers; what it said to us before, on connections that broke, is forgotten.

    Jobs of the clock are put into the queue by Django's own connection in a thread that no request ever tidies up.
    """
    async with await psycopg.AsyncConnection.connect(**_parameters(), connect_timeout=5) as connection:
        await connection.execute("SELECT 1")
    await sync_to_async(connections.close_all)()


class WhenItIsBack(BaseRetryStrategy):
    """A job that lost the database, or the process that did it, is tried again; any other that failed is not."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        was_lost = isinstance(exception, apart.EndedEarlyError) or trouble.cause_of(exception) is not None
        if not was_lost or job.attempts >= TRIES:
            return None
        return RetryDecision(retry_in={"seconds": AGAIN_IN})


def _app() -> App:
    """Procrastinate as set up for Django, with connections of its own that can also wait for news."""
    from procrastinate.contrib.django import app

    app.perform_import_paths()
    # What the clock brings again within the hour need not be tried again.
    soon = {known.task.name for known in app.periodic_registry.periodic_tasks.values() if known.cron.split()[1] == "*"}
    for name, task in app.tasks.items():
        if name not in soon:
            task.retry_strategy = task.retry_strategy or WhenItIsBack()

    # Whoever waits longer for a connection than a restart takes had better ask anew.
    connector = PsycopgConnector(kwargs=_parameters(), timeout=5.0, reconnect_timeout=5.0)
    worker = app.with_connector(connector)
    worker.periodic_defaults = {"max_delay": MISSED}
    return worker


def _parameters() -> dict[str, Any]:
    from procrastinate.contrib.django.utils import connector_params

    return connector_params()
