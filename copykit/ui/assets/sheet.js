// A sheet of editable texts with the checks' findings marked in them. All text goes in by textContent and value.
const sheets = new WeakMap()

// Beyond so many characters a browser is slow to lay marks under a text: it then scrolls in itself, unmarked.
const HUGE = 120000

// As copykit.text.counting counts, near enough for the time that somebody types; then the exact figure comes.
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uff00-\uff60]/
const EMOJI = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u
const LINK = /\b\w+:\/\/\S+/g
const GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
const GSM_TWICE = "^{}\\[~]|€\f"
const light = (point) => point <= 4351 || (point >= 8192 && point <= 8205) || (point >= 8208 && point <= 8223) || (point >= 8242 && point <= 8247)
const summed = (text, weigh) => [...text].reduce((sum, one) => sum + weigh(one), 0)
const septets = (text) => summed(text, (one) => GSM.includes(one) ? 1 : 2)
const unkeyed = (text) => text.replace(/\{keyword:([^{}]*)\}/gi, "$1")

const COUNTINGS = {
  characters: (text) => [...text].length,
  utf16: (text) => text.length,
  bytes: (text) => new TextEncoder().encode(text).length,
  words: (text) => (text.match(/\S+/g) ?? []).length,
  google: (text) => summed(unkeyed(text), (one) => WIDE.test(one) ? 2 : 1),
  microsoft: (text) => summed(unkeyed(text), (one) => WIDE.test(one) || EMOJI.test(one) ? 2 : 1),
  tiktok: (text) => summed(text, (one) => WIDE.test(one) ? 2 : 1),
  x: (text) => summed(text.replace(LINK, "a".repeat(23)), (one) => light(one.codePointAt(0)) ? 1 : 2),
  gsm7: septets,
  sms: (text) => {
    const plain = [...text].every((one) => GSM.includes(one) || GSM_TWICE.includes(one))
    const [units, whole, each] = plain ? [septets(text), 160, 153] : [text.length, 70, 67]
    return units <= whole ? 1 : Math.ceil(units / each)
  },
}

function make(tag, className, text) {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (text) made.textContent = text
  return made
}

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    // Only https and localhost have the clipboard: elsewhere the old way.
    const spare = make("textarea")
    spare.value = text
    document.body.append(spare)
    spare.select()
    document.execCommand("copy")
    spare.remove()
  }
  const said = button.textContent
  button.textContent = "Copied"
  setTimeout(() => { button.textContent = said }, 1400)
}

class Row {
  constructor(sheet, path) {
    this.sheet = sheet
    this.path = path
    this.base = null
    this.marks = []
    this.root = make("div")
    this.label = make("label")
    this.text = make("div", "text")
    this.under = make("div", "under")
    this.under.setAttribute("aria-hidden", "true")
    this.area = make("textarea")
    this.area.rows = 1
    this.area.spellcheck = true
    this.area.id = "t-" + path
    this.label.htmlFor = this.area.id
    this.text.append(this.under, this.area)
    this.side = make("div", "side")
    this.count = make("span", "count")
    this.button = make("button", "copy", "Copy")
    this.button.type = "button"
    this.side.append(this.button, this.count)
    this.root.append(this.label, this.text, this.side)
    this.button.onclick = () => copy(this.area.value, this.button)
    this.area.oninput = () => this.typed()
    this.area.onblur = () => sheet.flush()
    this.area.onkeydown = (event) => this.key(event)
    this.area.onclick = () => this.pick()
    this.area.onmousemove = (event) => this.point(event)
    this.area.onmouseleave = () => { sheet.tip.hidden = true }
  }

  show(data, fresh) {
    this.data = data
    this.root.dataset.path = data.path
    this.label.textContent = data.label
    this.area.setAttribute("aria-label", data.name)
    this.area.placeholder = data.placeholder ?? ""
    this.button.setAttribute("aria-label", "Copy " + data.name)
    this.button.style.display = data.text ? "" : "none"
    // What a person typed since Python's last word stays, unless Python itself changed this text.
    const echo = data.text === this.area.value
    const untouched = this.base === null || this.area.value === this.base
    if (!echo && (untouched || (fresh && data.text !== this.base))) this.area.value = data.text
    this.base = data.text
    this.marks = this.area.value === data.text ? this.visible(data.marks) : []
    this.draw()
    this.dress()
  }

  dress() {
    const { data } = this
    const active = this.sheet.active
    const marked = this.marks.some((one) => one.id === active)
    const here = Boolean(active) && !marked && data.findings.includes(active)
    this.root.className = ["row", data.style, data.bare ? "bare" : "", data.first ? "first" : "",
      data.counts ? "counted" : "", here ? "active" : ""].filter(Boolean).join(" ")
  }

  // Of marks that overlap the active one is shown, else the first.
  visible(marks) {
    const active = marks.find((one) => one.id === this.sheet.active)
    return active ? marks.filter((one) => one === active || one.end <= active.start || active.end <= one.start) : marks
  }

  dirty() { return this.area.value !== this.base }

  typed() {
    if (this.data.line && /[\r\n]/.test(this.area.value)) {
      const at = this.area.selectionStart
      this.area.value = this.area.value.replace(/\s*[\r\n]+\s*/g, " ")
      this.area.setSelectionRange(at, at)
    }
    this.marks = []
    this.sheet.tip.hidden = true
    this.draw()
    this.sheet.later(this.area.value.length)
  }

  key(event) {
    if (event.key === "Enter" && this.data.line) {
      event.preventDefault()
      const areas = [...this.sheet.root.querySelectorAll("textarea")]
      areas[areas.indexOf(this.area) + 1]?.focus()
    }
    if (event.key === "Escape") this.sheet.tip.hidden = true
  }

  draw() {
    const text = this.area.value
    this.huge = text.length > HUGE
    this.text.classList.toggle("huge", this.huge)
    this.area.spellcheck = !this.huge
    if (this.huge) { this.under.replaceChildren(); this.tally(text); return }
    const parts = []
    let at = 0
    for (const one of this.marks) {
      if (one.start < at || one.end > text.length) continue
      parts.push(document.createTextNode(text.slice(at, one.start)))
      const mark = make("mark", one.severity + (one.id === this.sheet.active ? " active" : ""))
      mark.textContent = text.slice(one.start, one.end)
      mark.dataset.id = one.id
      parts.push(mark)
      at = one.end
    }
    parts.push(document.createTextNode(text.slice(at) + "\u200b"))
    this.under.replaceChildren(...parts)
    this.tally(text)
  }

  tally(text) {
    const counts = this.data.counts
    if (!counts) { this.count.textContent = ""; return }
    const long = text === this.data.text ? counts.now : (COUNTINGS[counts.counting] ?? COUNTINGS.characters)(text)
    const over = counts.limit !== null && long > counts.limit
    const cut = counts.shown !== null && long > counts.shown
    const much = counts.advised !== null && long > counts.advised
    const most = over ? counts.limit : counts.shown ?? counts.advised ?? counts.limit
    this.count.className = "count" + (over ? " over" : cut || much ? " cut" : "")
    const more = over ? ` · ${long - counts.limit} too many`
      : cut ? ` · ${long - counts.shown} cut off`
      : much ? ` · ${long - counts.advised} more than advised` : ""
    const unit = counts.counting === "sms" ? (most === 1 ? " part" : " parts") : ""
    this.count.textContent = text ? `${long} / ${most}${unit}${more}` : ""
  }

  pick() {
    const at = this.area.selectionStart
    if (at !== this.area.selectionEnd) return
    const one = this.marks.find((mark) => mark.start <= at && at <= mark.end)
    if (one) this.sheet.pick(one.id)
  }

  point(event) {
    for (const mark of this.under.querySelectorAll("mark")) {
      for (const place of mark.getClientRects()) {
        if (event.clientX < place.left || event.clientX > place.right) continue
        if (event.clientY < place.top || event.clientY > place.bottom) continue
        const frame = this.sheet.root.getBoundingClientRect()
        const { tip } = this.sheet
        tip.textContent = this.marks.find((one) => one.id === mark.dataset.id)?.advice ?? ""
        tip.hidden = !tip.textContent
        tip.style.left = Math.max(0, Math.min(place.left - frame.left, frame.width - 320)) + "px"
        tip.style.top = (place.bottom - frame.top + 6) + "px"
        return
      }
    }
    this.sheet.tip.hidden = true
  }
}

class Sheet {
  constructor(root) {
    this.root = root
    this.rows = new Map()
    this.blocks = []
    this.timer = 0
    this.tools = make("div", "tools")
    this.all = make("button", "copy", "Copy all")
    this.all.type = "button"
    this.all.onclick = () => copy(this.data.all, this.all)
    this.tools.append(this.all)
    this.tip = make("div", "tip")
    this.tip.setAttribute("role", "status")
    this.tip.hidden = true
    this.body = make("div")
    root.append(this.tools, this.body, this.tip)
    // Before a click elsewhere is dealt with: a switch of the page must not overtake what was typed.
    this.leave = (event) => { if (!event.composedPath().includes(root)) this.flush() }
    document.addEventListener("pointerdown", this.leave, true)
  }

  close() {
    document.removeEventListener("pointerdown", this.leave, true)
    sheets.delete(this.root)
    this.flush()
  }

  show(component) {
    const { data, setStateValue, setTriggerValue } = component
    const fresh = this.data?.revision !== data.revision
    this.data = data
    this.active = data.active
    this.send = (texts) => setStateValue("edits", texts)
    this.pick = (id) => setTriggerValue("picked", id)
    this.tools.style.display = data.all ? "" : "none"
    const kept = new Set()
    data.blocks.forEach((block, number) => this.block(block, number, fresh, kept))
    while (this.blocks.length > data.blocks.length) this.blocks.pop().root.remove()
    for (const [path, row] of this.rows) if (!kept.has(path)) { row.root.remove(); this.rows.delete(path) }
    if (fresh && [...this.rows.values()].some((row) => row.dirty())) this.later(0)
    if (data.active && this.pulse !== data.pulse) this.reveal(data.active)
    this.pulse = data.pulse
  }

  block(block, number, fresh, kept) {
    let own = this.blocks[number]
    if (!own) {
      own = { root: make("div"), head: make("h4"), title: make("b"), note: make("span"), list: make("div") }
      own.head.append(own.title, own.note)
      own.root.append(own.head, own.list)
      this.body.append(own.root)
      this.blocks.push(own)
    }
    own.root.className = "block " + block.kind
    own.title.textContent = block.title
    own.note.textContent = block.note
    own.head.style.display = block.title ? "" : "none"
    block.rows.forEach((data, at) => {
      kept.add(data.path)
      let row = this.rows.get(data.path)
      if (!row) this.rows.set(data.path, (row = new Row(this, data.path)))
      row.show({ ...data, first: at === 0 }, fresh)
      if (own.list.children[at] !== row.root) own.list.insertBefore(row.root, own.list.children[at] ?? null)
    })
  }

  // Scrolls to a finding and, for those who work with a keyboard, puts the caret there.
  reveal(id) {
    const row = [...this.rows.values()].find((one) => one.data.findings.includes(id))
    if (!row) return
    const one = row.marks.find((mark) => mark.id === id)
    const { area, text } = row
    const touch = window.matchMedia("(hover: none)").matches
    if (!touch && this.root.getRootNode().activeElement !== area) {
      area.focus({ preventScroll: true })
      area.setSelectionRange(one?.start ?? 0, row.huge ? (one?.end ?? 0) : (one?.start ?? 0))
    }
    if (row.huge && one) {
      const lines = (end) => area.value.slice(0, end).split("\n").length
      area.scrollTop = Math.max(0, (lines(one.start) - 8) * (area.scrollHeight / lines(undefined)))
    }
    const found = (row.huge ? null : row.under.querySelector("mark.active")) ?? row.root
    const place = found.getBoundingClientRect()
    const frame = text.getBoundingClientRect()
    const top = Math.max(70, frame.top)
    const bottom = Math.min(window.innerHeight, frame.bottom)
    const seen = place.top >= top && Math.min(place.bottom, place.top + 60) <= bottom
    if (!seen) found.scrollIntoView({ block: "center", behavior: "smooth" })
  }

  later(size) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.flush(), size > 50000 ? 1200 : 300)
  }

  flush() {
    clearTimeout(this.timer)
    this.timer = 0
    const texts = {}
    for (const [path, row] of this.rows) if (row.dirty()) texts[path] = row.area.value
    const told = JSON.stringify([this.data.revision, texts])
    if (Object.keys(texts).length && told !== this.told) {
      this.told = told
      this.send({ revision: this.data.revision, texts })
    }
  }
}

export default function (component) {
  const root = component.parentElement.querySelector(".sheet")
  if (!root) return undefined
  let sheet = sheets.get(root)
  if (!sheet) sheets.set(root, (sheet = new Sheet(root)))
  sheet.show(component)
  return () => sheet.close()
}
