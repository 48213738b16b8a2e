"""A draft as a Markdown file: one form for every format, written by `render` and read back by `read`.

    ---
    format: sales-email         the format, the brief's settings, and fields with the role `meta`
    audience: ops
    ---

    # Title                     the field with the role `title`; the text under it is the `lead`

    ## A heading                an item of the field with the role `sections`, unless it is a field's label
    ## Subject                  any other field, by label, name or role; lists as "- item" lines,
                                groups as "### 1" with "**Label:** text" paragraphs

A text that this form can't hold letter for letter (white space at its ends, a heading that would be taken
for a field) stands between the comments `<!-- text 1 -->` and `<!-- /text 1 -->`. A file without headings
is read leniently: "Subject: …" lines at its start, and the rest as the format's largest text.
"""

from copykit.draft_file.reading import DraftFile, Span, Stray, read, spans
from copykit.draft_file.rendering import render, render_values

__all__ = ["DraftFile", "Span", "Stray", "read", "render", "render_values", "spans"]
