"""What web pages and libraries put about a text: the words and stamps by which it is known."""
