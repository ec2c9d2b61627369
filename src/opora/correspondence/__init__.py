"""Letters out and in: requests, certificates, answers, agreements with authorities."""
