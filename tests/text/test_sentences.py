"""Sentences end where a reader ends them, in prose and in marketing copy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copykit.text import Syntax, parse, split_sentences

# "|" stands where one sentence ends and the next begins.
CASES = [
    # Plain prose.
    "Payroll is hard.| Ours is not.",
    "Is it fast?| It is.| Try it!| You'll see.",
    "We shipped it on Friday",
    "Really?!| Yes, really.",
    "Wow!!!| That was quick.",
    # Titles, initials, companies.
    "Ask Dr. Alvarez about it.| She knows.",
    "Mrs. J. R. Okafor signed first.| Mr. Li signed last.",
    "Brightwater Inc. makes pumps.| Calder & Co. sells them.",
    "It was built by Fenwick Ltd.| They run it too.",
    "Our St. Louis office opens in May.",
    "Prof. Amara Singh, Ph.D., leads the lab.",
    "She holds a Ph.D. in chemistry.| He holds none.",
    "Sam Reed Jr. founded the firm.",
    "The U.S. Treasury agreed.| So did the U.K. Parliament.",
    "We ship across the U.S.| All returns are free.",
    "We sell in the U.S. and Canada.",
    # Abbreviations.
    "Bring snacks, e.g. crisps or fruit.| We bring drinks.",
    "One tool, i.e. Ledger, does it all.",
    "Compare us vs. Rival on price.",
    "Invoices, receipts, etc. are kept.| Nothing gets lost.",
    "See p. 12 and fig. 3 for more.| Then call us.",
    "It weighs approx. 3 kg.| It folds flat.",
    "Meet us Mon.–Fri. from nine to five.",
    "The fair runs Sept. 14 to Oct. 2.| Book now.",
    "Call ext. 41 for help.",
    # Times.
    "We open at 9 a.m. and close at 5 p.m.| See you then.",
    "Doors open at 7 p.m.| Dinner is at 8 p.m. sharp.",
    "The call is at 10 a.m. Eastern.| Dial in early.",
    "Join us at 6 p.m. Thursday.",
    "At 8 a.m. Priya opens the shop.",
    # Numbers, prices, versions, addresses.
    "Plans start at $9.99.| No card needed.",
    "It grew 3.5 times in 2024.| 30 firms joined.",
    "Version 2.0 is here.| It's free.",
    "Upgrade to v. 3 today.",
    "You're No. 1 with us.| Always.",
    "Rated No. 1 by readers.",
    "Go to example.com/start.| It takes a minute.",
    "Write to help@example.com.| We answer fast.",
    "We use Node.js. It scales.".replace(". It", ".| It"),
    "Save 20% today.| Use code SPRING.| Ends 5.30 p.m. Friday.",
    # Quotes and brackets.
    "“It just works.”| That's what Dana says.",
    '"It just works," says Dana.| We agree.',
    '"Does it scale?" he asked.| It does.',
    "“Best purchase of the year!” – Dana Wells, baker",
    "It is quick (really quick!) and small.",
    "We tested it. (Twice.)| It passed.".replace(". (", ".| ("),
    "He said “Stop.” She said “Go.”".replace("” She", "”| She"),
    "Use [Save] to keep it.| Use [Undo] to go back.",
    # Names with marks.
    "She moved from Yahoo! to a bakery.",
    "We love Jeopardy! reruns.",
    # Ellipses.
    "Wait... there's more.",
    "Tired of spreadsheets...| So were we.",
    "And then…| Silence.",
    "You could wait … or start now.",
    "Cash flow [...] is a lagging sign.",
    # Lists and labels.
    "1. Sign up 2. Add your team 3. Relax".replace(" 2", "| 2").replace(" 3", "| 3"),
    "Step 1. Pick a plan.| Step 2. Invite your team.",
    "1) Plan. 2) Write. 3) Ship.".replace(" 2", "| 2").replace(" 3", "| 3"),
    "Tip 4. Keep it short.",
    "We did it in step 1.| Then we rested.",
    # Emoji.
    "We're live! 🎉| Come and see.",
    "New flavours are here 🍓🍋| Try them all.",
    "I ❤️ New York in May.",
    "Sold out again 😅",
    "Big news 🎉| We just opened in Leeds.",
    "Thanks a lot!👏| See you soon.",
    # Lower case after a stop, and names in lower case.
    "Why wait? because you can.",
    "iPads are in.| eBooks are out.",
    "It runs anywhere.| acme.com is the place to start.",
    "It runs on iOS.| macOS comes next.",
    # Letters.
    "Take vitamin C. It helps.".replace(". It", ".| It"),
    "Plan B. It never fails.".replace(". It", ".| It"),
    "It is just you and I. Are you in?".replace(". Are", ".| Are"),
    # Headlines.
    "Payroll that runs itself",
    "Less admin. More bakery.".replace(". More", ".| More"),
    "Fast. Simple. Yours.".replace(". S", ".| S").replace(". Y", ".| Y"),
    "Try it free – no card needed",
    "Q3 results: up 12%",
    "Fast • Simple • Secure",
]


@pytest.mark.parametrize("case", CASES)
def test_a_text_is_split_where_its_sentences_end(case: str) -> None:
    expected = [part.strip() for part in case.split("|")]
    text = case.replace("|", "")
    assert [text[start:end] for start, end in split_sentences(text)] == expected


def test_a_wrapped_line_goes_on_and_a_list_of_lines_does_not() -> None:
    wrapped = "This sentence was cut\nin the middle by a wrap."
    assert split_sentences(wrapped) == [(0, len(wrapped))]
    lines = "payroll\ntime sheets\nholiday planning"
    assert [lines[start:end] for start, end in split_sentences(lines)] == lines.split("\n")


def test_a_sentence_never_reaches_over_two_blocks() -> None:
    document = parse(
        "# One heading\n\nA paragraph\nof two lines. And more.\n\n- an item\n- another",
        name="x",
        syntax=Syntax.MARKDOWN,
    )
    assert [document.text[start:end] for start, end, _ in document.sentences] == [
        "One heading",
        "A paragraph of two lines.",
        "And more.",
        "an item",
        "another",
    ]
    for start, end, index in document.sentences:
        block = document.blocks[index]
        assert block.start <= start < end <= block.end


@given(st.text(alphabet=st.sampled_from(list("abcAB.!?…\"'”(“) \n1239,🎉•-)[e")), max_size=80))
def test_sentences_are_in_order_and_hold_all_the_ink(text: str) -> None:
    spans = split_sentences(text)
    last = 0
    for start, end in spans:
        assert last <= start < end
        assert not text[last:start].strip()
        assert text[start:end] == text[start:end].strip()
        last = end
    assert not text[last:].strip()
