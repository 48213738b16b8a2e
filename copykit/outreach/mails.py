"""A piece as a mail draft (.eml) that a mail program opens for a person to look at and send."""

from __future__ import annotations

from collections.abc import Mapping
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

from copykit.brief import Brief, Person
from copykit.draft import leaves
from copykit.formats import Format
from copykit.outreach.people import ADDRESS

__all__ = ["is_mail", "mail_draft"]

_NOT_BODY = ("subject", "preheader")


def is_mail(format: Format) -> bool:
    """Whether a format's pieces can be mails: an email with a subject."""
    return format.channel == "email" and any(field.name == "subject" for field in format.fields)


def mail_draft(format: Format, fields: Mapping[str, Any], brief: Brief) -> bytes:
    """The bytes of an unsent mail in plain text.

    `X-Unsent: 1` has Outlook open it for editing. It has no date and no message id, which only a mail that
    is sent has; a preheader has no place in plain text and is left out.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    for header, person in (("From", brief.sender), ("To", brief.recipient)):
        if (address := _address(person)) is not None:
            message[header] = address
    message["Subject"] = " ".join(str(fields.get("subject", "")).split())
    texts = [leaf.text for leaf in leaves(format, fields) if leaf.field.name not in _NOT_BODY]
    message.set_content("\n\n".join(texts) + "\n", charset="utf-8")
    return message.as_bytes()


def _address(person: Person) -> Address | None:
    """A person's address; None where there is none that a mail's head can hold."""
    if not ADDRESS.fullmatch(person.email):
        return None
    try:
        return Address(display_name=" ".join(person.name.split()), addr_spec=person.email)
    except (ValueError, MessageError):  # two dots in a row and the like
        return None
