"""Word, Excel, PDF, HTML, CSV and text into the same rows and lines, each with where it stood.

A format says what stands in the file, and leaves to others what it means. What a hostile file
could do to the machine ends here, in a sentence for whoever sent it.
"""
