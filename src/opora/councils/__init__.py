"""Councils: ballots and case conferences with their minutes. Never the step that follows: the path takes it."""
