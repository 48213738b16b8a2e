"""One module a page; each offers `page()`."""
