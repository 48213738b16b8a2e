"""A text box whose findings are marked in the text: one component, all text through `data` and `textContent`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from copykit.findings import Severity

__all__ = ["Mark", "marked_text"]

_CSS = """
:host { display: block; }
.box { position: relative; border: 1px solid var(--st-border-color); border-radius: var(--st-base-radius);
  background: #fff; }
.box:focus-within { border-color: var(--st-primary-color); box-shadow: 0 0 0 1px var(--st-primary-color); }
.under, textarea { box-sizing: border-box; width: 100%; margin: 0; padding: 14px 16px; border: 0;
  font: 400 15.5px/1.62 var(--st-font); letter-spacing: 0; white-space: pre-wrap; overflow-wrap: break-word;
  tab-size: 4; }
.under { position: absolute; inset: 0; color: transparent; overflow: hidden; pointer-events: none; }
textarea { position: relative; display: block; resize: none; overflow: hidden; background: transparent;
  color: var(--st-text-color); outline: none; border-radius: inherit; }
mark { color: transparent; border-radius: 3px; padding: 1px 0; background: rgba(55, 103, 168, .13);
  box-shadow: inset 0 -2px 0 #3767a8; }
mark.error { background: rgba(200, 64, 47, .15); box-shadow: inset 0 -2px 0 #c8402f; }
mark.warning { background: rgba(214, 143, 22, .17); box-shadow: inset 0 -2px 0 #c98411; }
mark.active { background: rgba(242, 181, 68, .55); }
.tip { position: absolute; z-index: 3; max-width: min(420px, 90%); padding: 9px 12px; border-radius: 8px;
  background: #1d1c1a; color: #fcfbf8; font: 400 13.5px/1.45 var(--st-font); box-shadow: 0 6px 20px rgba(0,0,0,.18);
  pointer-events: none; }
.tip[hidden] { display: none; }
"""

_HTML = """
<div class="box"><div class="under" aria-hidden="true"></div>
<textarea spellcheck="true"></textarea><div class="tip" role="status" hidden></div></div>
"""

_JS = """
const kept = new WeakMap()

export default function (component) {
  const { data, parentElement, setStateValue, setTriggerValue } = component
  const box = parentElement.querySelector(".box")
  const under = parentElement.querySelector(".under")
  const area = parentElement.querySelector("textarea")
  const tip = parentElement.querySelector(".tip")
  if (!box || !area) return
  const own = kept.get(parentElement) ?? { revision: null, timer: 0, marks: [] }
  kept.set(parentElement, own)
  area.setAttribute("aria-label", data.label ?? "Text")
  area.placeholder = data.placeholder ?? ""
  area.readOnly = Boolean(data.read_only)

  const grow = () => {
    area.style.height = "auto"
    area.style.height = Math.max(data.height ?? 120, area.scrollHeight) + "px"
  }
  const draw = () => {
    under.replaceChildren()
    const text = area.value
    let at = 0
    for (const one of own.marks) {
      if (one.start < at || one.end > text.length) continue
      under.append(document.createTextNode(text.slice(at, one.start)))
      const mark = document.createElement("mark")
      mark.className = one.severity + (one.id === data.active ? " active" : "")
      mark.textContent = text.slice(one.start, one.end)
      under.append(mark)
      at = one.end
    }
    under.append(document.createTextNode(text.slice(at) + "\\n"))
  }
  const send = () => {
    clearTimeout(own.timer)
    own.timer = 0
    if (area.value !== own.sent) { own.sent = area.value; setStateValue("text", area.value) }
  }

  // What a person typed since the last word from Python wins; a new revision (a fix, another file) replaces it.
  if (own.revision !== data.revision) {
    own.revision = data.revision
    area.value = data.text
    own.sent = data.text
  }
  own.marks = area.value === data.text ? data.marks : []
  grow()
  draw()

  area.oninput = () => {
    own.marks = []
    grow()
    draw()
    clearTimeout(own.timer)
    own.timer = setTimeout(send, 450)
  }
  area.onblur = () => { if (own.timer) send() }
  const found = () => {
    const at = area.selectionStart
    if (at !== area.selectionEnd) return undefined
    return own.marks.find((one) => one.start <= at && at <= one.end)
  }
  area.onclick = () => {
    const one = found()
    if (one) setTriggerValue("picked", one.id)
  }
  area.onmousemove = (event) => {
    const marks = under.querySelectorAll("mark")
    const shown = own.marks.filter((one) => one.end <= area.value.length)
    for (let number = 0; number < marks.length; number++) {
      for (const place of marks[number].getClientRects()) {
        if (event.clientX >= place.left && event.clientX <= place.right
            && event.clientY >= place.top && event.clientY <= place.bottom) {
          const frame = box.getBoundingClientRect()
          tip.textContent = shown[number]?.advice ?? ""
          tip.hidden = !tip.textContent
          tip.style.left = Math.max(8, Math.min(place.left - frame.left, frame.width - 300)) + "px"
          tip.style.top = (place.bottom - frame.top + 6) + "px"
          return
        }
      }
    }
    tip.hidden = true
  }
  area.onmouseleave = () => { tip.hidden = true }
  if (data.active && own.scrolled !== data.active) {
    own.scrolled = data.active
    const active = under.querySelector("mark.active")
    if (active) active.scrollIntoView({ block: "center", behavior: "smooth" })
  }
  return () => { if (own.timer) send() }
}
"""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A marked span: code points in the text, and what a pointer over it reads."""

    id: str
    start: int
    end: int
    severity: Severity
    advice: str


def _utf16(text: str) -> list[int] | None:
    """For each code point its offset in UTF-16 units, as a browser counts; None when they are the same."""
    if text.isascii() or max(text) <= "\uffff":
        return None
    offsets, at = [], 0
    for letter in text:
        offsets.append(at)
        at += 2 if letter > "\uffff" else 1
    return [*offsets, at]


@st.cache_resource
def _component() -> Callable[..., Any]:
    return st.components.v2.component("copykit_marked_text", html=_HTML, css=_CSS, js=_JS)


def marked_text(
    text: str,
    marks: Sequence[Mark],
    *,
    key: str,
    revision: int,
    label: str,
    height: int = 120,
    active: str = "",
    placeholder: str = "",
    read_only: bool = False,
) -> tuple[str, str | None]:
    """Shows an editable text with marks.

    Args:
        text: the text as Python has it.
        marks: what to mark; of two that overlap the earlier one is shown.
        revision: raise it when Python, not the person, changed the text.
        label: what a screen reader says.
        height: the least height in pixels; the box grows with its text.
        active: the id of the mark to bring out and scroll to.

    Returns:
        The text as the person left it, and the id of the mark that was clicked in this run, or None.
    """
    offsets = _utf16(text) if text else None
    shown = [
        {
            "id": mark.id,
            "start": offsets[mark.start] if offsets else mark.start,
            "end": offsets[mark.end] if offsets else mark.end,
            "severity": mark.severity.value,
            "advice": mark.advice,
        }
        for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end))
        if mark.start < mark.end
    ]
    # A browser's text box has only \n for line ends.
    result = _component()(
        key=key,
        data={
            "text": text, "marks": shown, "revision": revision, "label": label, "height": height,
            "active": active, "placeholder": placeholder, "read_only": read_only,
        },
        on_text_change=lambda: None,
        on_picked_change=lambda: None,
    )  # fmt: skip
    typed = getattr(result, "text", None)
    return (typed if isinstance(typed, str) else text), getattr(result, "picked", None)
