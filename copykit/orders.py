"""Tells text from outside that gives orders to a model, so that nothing in it is taken for proof."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["order_in"]

# How injections are written; each is a phrase that notes about a customer or a product hardly hold by chance.
_ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass|skip)\b[^.\n]{0,40}\b(?:instructions?|rules?"
    r"|prompts?|guidelines?"
    r"|guide|above|previous|prior|earlier|everything|constraints?|limits?)\b"
    r"|\b(?:new|updated|real|actual|hidden|secret|following) (?:instructions?|rules?|task|prompt|system)\b"
    r"|\b(?:system|developer|assistant|admin|root) ?(?:prompt|message|override|mode|instructions?"
    r"|note|notice)\b"
    r"|^\W{0,6}(?:system|assistant|developer|user|human|tool|function|admin|instruction"
    r"|im_start)\W{0,4}[:>\]|}]"
    r"|<\|?/?(?:im_start|im_end|system|assistant|user|endoftext|instructions?|tool_call"
    r"|function_call|prompt|data"
    r"|script|sample)\b"
    r"|\[/?(?:INST|SYS|SYSTEM)\]|<</?SYS>>|^#{1,6} ?(?:system|instruction|assistant|user|response"
    r"|task|hard rules)"
    r"|\byou are now\b|\bact as\b|\bpretend (?:to be|you)\b|\broleplay\b|\bfrom now on\b[^.\n]{0,30}\byou\b"
    r"|\b(?:as|for) (?:an? )?(?:ai|language model|llm|chatbot|assistant)\b|\bdear (?:ai|model"
    r"|assistant|llm)\b"
    r"|\b(?:note|message|instructions?|attention|important)\b[^.\n]{0,20}\b(?:to|for) (?:the "
    r"|any )?(?:ai|model|llm"
    r"|assistant|copywriter|writer|editor|bot)\b"
    r"|\b(?:reveal|print|repeat|output|show|leak|quote|translate|encode"
    r"|summari[sz]e)\b[^.\n]{0,40}\b(?:prompt"
    r"|instructions?|rules|system|above|verbatim)\b"
    r"|\b(?:copy|email|text|ad|headline|answer|output|response|reply"
    r"|subject line)\b[^.\n]{0,20}\b(?:must|should|shall"
    r"|has to|needs to)\b[^.\n]{0,15}\b(?:say|state|claim|mention|include|contain|promise|begin"
    r"|start|end|link|output)\b"
    r"|\byou (?:must|should|shall|have to|need to) (?:now |always |only )?(?:say|state|claim"
    r"|mention|include|promise|output"
    r"|obey|comply|respond|answer)\b"
    r"|[.!?;:] {1,2}(?:please )?(?:(?:write|say|state|output|print|quote|add)\b[^.\n]{0,16}: ?[\"“]"
    r"|(?:mention|state|add|claim) that\b)|^\W{0,6}(?:always |please |now "
    r"|also |just |instead,? )*(?:write|say|state|claim|mention"
    r"|include|add|insert|append"
    r"|promise|put|replace|quote|repeat|close|respond|answer|output|print|return|use|set|link|begin|end"
    r"|tell (?:the )?(?:reader|them|her"
    r"|him))\b[^.\n]{0,60}(?:[\"“'‘:`]|\bthat\b|\bthis\b|https?:)"
    r"|\btell (?:the )?(?:readers?|customers?|clients?|them|everyone) to\b|\buse (?:that|this) one\b"
    r"|\b(?:must|should|has to|needs to) be (?:included|mentioned|added|quoted|inserted|shown|linked)\b"
    r"|\b(?:end|start|begin) of (?:the )?(?:data|notes?|source|observation|material|input|context"
    r"|document|file)\b"
    r"|\buse (?:that|this|the following|these) (?:line|sentence|text|quote|wording|words)\b"
    r"|\bevery (?:piece|copy|email|ad|text|sentence) (?:says|must|should|ends|begins)\b"
    r"|={8,}|\bjailbreak\b|\bDAN\b|\bdo anything now\b|\btool_?calls?\b|\bfunction_?call\b"
    r"|\"(?:role|function"
    r"|arguments|tool|name)\"\s*:"
    r"|\{(?:claim|offer|price|story|fact)s?\s*:"
    r"|\bignorier\w*\b|\bignora\b|\bignorez\b|\bignore[zs] (?:les|las|toutes|tous)\b|\bоткажись\b"
    r"|\bигнорир\w*"
    r"|忽略|无视|無視|以前の指示|무시",
    re.IGNORECASE | re.MULTILINE,
)
# A long run without a space is encoded text, which people don't type.
_ENCODED = re.compile(
    r"(?<![\w/.-])(?=[A-Za-z0-9+/]*[a-z])(?=[A-Za-z0-9+/]*[A-Z])[A-Za-z0-9+/]{32,}={0,2}(?![\w/.-])"
)
_TURNED = re.compile("[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e0fff]")
_HIDDEN = re.compile("[\u200b\u200c\u2060-\u2064\u202a-\u202e\u2066-\u2069\U000e0000-\U000e0fff]")


@lru_cache(maxsize=256)
def order_in(text: str) -> str:
    """The words of a text that read as an order to a model, or "" when there are none.

    A text that asks for anything at all ("Write about the fridge") may be taken for one: then nothing in it
    counts as proof, and a person can put what is true into the brief's `facts`, each as a plain statement.
    """
    plain = _HIDDEN.sub("", text)
    found = _ORDERS.search(plain) or _ENCODED.search(plain)
    if found is None:
        hidden = len(text) - len(plain)
        return "hidden letters" if hidden > 2 or _TURNED.search(text) else ""
    return " ".join(found.group().split())[:80]
