"""Jobs whose worker died are taken up again, each once, and given up when it brought down three workers."""

import logging

from django.db import IntegrityError, connection, transaction

from opora.config.jobs import TRIES, WITHOUT_A_SIGN

logger = logging.getLogger("opora.jobs")

_LEFT = """
    SELECT job.id FROM procrastinate_jobs job
    LEFT JOIN procrastinate_workers worker ON worker.id = job.worker_id
    WHERE job.status = 'doing'
        AND (worker.id IS NULL OR worker.last_heartbeat < now() - make_interval(secs => %s))
    ORDER BY job.id
"""
# Asked again with the row held: of two who look at once the second finds it taken.
_HELD = """
    SELECT job.task_name, job.attempts, EXISTS (
        SELECT FROM procrastinate_jobs other WHERE other.status = 'todo' AND other.queueing_lock = job.queueing_lock
    )
    FROM procrastinate_jobs job
    WHERE job.id = %s AND job.status = 'doing'
        AND NOT EXISTS (
            SELECT FROM procrastinate_workers worker
            WHERE worker.id = job.worker_id AND worker.last_heartbeat >= now() - make_interval(secs => %s)
        )
    FOR UPDATE OF job SKIP LOCKED
"""
_AGAIN = "SELECT procrastinate_retry_job_v2(%s, now(), NULL, NULL, NULL)"
_GIVE_UP = "SELECT procrastinate_finish_job_v1(%s, 'failed', false)"


def take_up_left_jobs() -> int:
    """Put the jobs of dead workers back into the queue; gives how many.

    One that stands in the queue again already (a job of the clock) is not put there twice.
    """
    with connection.cursor() as cursor:
        cursor.execute(_LEFT, [WITHOUT_A_SIGN])
        left = [row[0] for row in cursor.fetchall()]
    return sum(_take_up(job_id) for job_id in left)


@transaction.atomic
def _take_up(job_id: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(_HELD, [job_id, WITHOUT_A_SIGN])
        found = cursor.fetchone()
        if found is None:
            return False
        task, attempts, stands_again = found
        is_hopeless = attempts + 1 >= TRIES and not stands_again
        if not (stands_again or is_hopeless):
            # Between the look and this the clock may put the same job into the queue.
            try:
                with transaction.atomic():
                    cursor.execute(_AGAIN, [job_id])
            except IntegrityError:
                stands_again = True
        if stands_again or is_hopeless:
            cursor.execute(_GIVE_UP, [job_id])
    if is_hopeless:
        logger.error("The job %s brought down its worker %s times and is given up.", task, TRIES)
    if stands_again or is_hopeless:
        return False
    logger.warning("The job %s was left by a worker that died; it is taken up again.", task)
    return True
