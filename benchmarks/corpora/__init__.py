"""The corpora: how well each step is done on books with truth, beside what others offer for that step."""
