"""Bytes to documents: text, blocks, sentences, words and syllables, with exact offsets into the source."""

from copykit.text.build import Block, BlockKind, Image, Link
from copykit.text.counting import COUNTINGS, count
from copykit.text.decoding import decode
from copykit.text.document import Document, Field, Sentence, Syntax, Word
from copykit.text.emoji import EMOJI
from copykit.text.inflect import forms
from copykit.text.metrics import Metrics, measure
from copykit.text.parsing import Passage, parse, parse_fields, parse_passages, parse_with_fields
from copykit.text.phrasebook import Hit, Phrase, Phrasebook
from copykit.text.sentences import split_sentences
from copykit.text.sms import SmsLength, sms_segments
from copykit.text.syllables import syllables

__all__ = [
    "COUNTINGS",
    "EMOJI",
    "Block",
    "BlockKind",
    "Document",
    "Field",
    "Hit",
    "Image",
    "Link",
    "Metrics",
    "Passage",
    "Phrase",
    "Phrasebook",
    "Sentence",
    "SmsLength",
    "Syntax",
    "Word",
    "count",
    "decode",
    "forms",
    "measure",
    "parse",
    "parse_fields",
    "parse_passages",
    "parse_with_fields",
    "sms_segments",
    "split_sentences",
    "syllables",
]
