"""A copy of the site that works from disk: opened as a file, without a server and without a network.

A browser gives a page from disk no modules and no data to fetch. So the modules become one script, each file of
data a script that hands it over, and each link to a folder one to the page in it.
"""
