"""How near its words each note stands on a wide screen, and what the margin costs the text: asked of an open page."""

WIDTHS = (1024, 1280, 1440, 1920)
FAR, FARTHEST = 120, 300
"""Pixels within which 95 of 100 notes stand, and all."""
LOOSE = 40
"""Pixels that a margin may put between two paragraphs, beyond what stands between them anyway."""

NAME_OF = 'const nameOf = note => note.id.replace(/^note-|--[0-9]+$/g, "")'
"""Which note it is, where no script has run that says so."""

NEARNESS = (
    f"""() => {{ {NAME_OF}"""
    + """
  const isShown = note =>
    note.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && note.offsetHeight > 1
  const notes = [...document.querySelectorAll(".edition .note")]
  const away = notes.filter(isShown).map(note => {
    const words = note.closest(".margin").previousElementSibling
    const mark = words.querySelector(`[data-notes~="${nameOf(note)}"]`)
    return Math.abs(note.getBoundingClientRect().top - mark.getClientRects()[0].top)
  })
  const gaps = [...document.querySelectorAll(".edition .margin")].map(margin =>
    margin.getBoundingClientRect().bottom - margin.previousElementSibling.getBoundingClientRect().bottom)
  return { away: away.sort((one, other) => one - other), gaps }
}"""
)
"""The distances of the notes that are shown from the lines of their words, the least first; and by how much each margin
stands out below its paragraph."""
