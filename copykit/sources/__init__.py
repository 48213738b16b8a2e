"""Files and folders to documents; all reading from outside lives here."""

from copykit.sources.files import SUFFIXES, read_document, walk

__all__ = ["SUFFIXES", "read_document", "walk"]
