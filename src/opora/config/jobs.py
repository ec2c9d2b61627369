"""The worker of the job queue: as a process of its own, or as a thread beside the web server."""

import asyncio
import logging
import threading
from typing import cast

from procrastinate import App

logger = logging.getLogger("opora.jobs")


def work(*, wait: bool = True) -> None:
    """Take jobs until interrupted, or, without `wait`, until the queue is empty."""
    app = _app()
    with app.open():
        app.run_worker(wait=wait)


class Thread:
    """A worker beside the web server: starts with it, ends with it, and lets a running job finish."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._stopping = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="opora-jobs", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, seconds: float = 10) -> None:
        """Ask the worker to end and wait for it at most so long."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stopping.set)
            self._thread.join(seconds)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        while not self._stopping.is_set():
            try:
                await self._work_until_stopped()
            except Exception:
                # A database that was away for a moment must not end the queue for good.
                logger.exception("The job queue stumbled; trying again")
                await asyncio.sleep(5)

    async def _work_until_stopped(self) -> None:
        app = _app()
        async with app.open_async():
            worker = asyncio.create_task(
                app.run_worker_async(install_signal_handlers=False, shutdown_graceful_timeout=8)
            )
            stop = asyncio.create_task(self._stopping.wait())
            await asyncio.wait({worker, stop}, return_when=asyncio.FIRST_COMPLETED)
            stop.cancel()
            worker.cancel()  # does nothing to one that already ended by itself
            try:
                await worker
            except asyncio.CancelledError:
                if not self._stopping.is_set():
                    raise


def _app() -> App:
    """Procrastinate as set up for Django, with a connection that can also wait for news."""
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.django_connector import DjangoConnector

    connector = cast(DjangoConnector, app.connector)
    return app.with_connector(connector.get_worker_connector())
