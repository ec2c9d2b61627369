"""Process: the path every family walks from a signal to an exit, by a published definition. It opens and closes
cases; it never knows what a visit, a vote or a plan holds, only that its paper is there.
"""
