/** Filters the findings; without it all are shown and the form stays hidden. */
export const script = `
const form = document.getElementById('filters')
const items = [...document.querySelectorAll('li[data-code]')]
const update = () => {
  const { words, code, shown } = form.elements
  const wanted = words.value.toLowerCase()
  const severities = [...form.querySelectorAll('[name=severity]:checked')].map(box => box.value)
  let count = 0
  for (const item of items) {
    item.hidden = !(severities.includes(item.dataset.severity) && (!code.value || code.value === item.dataset.code) && item.textContent.toLowerCase().includes(wanted))
    if (!item.hidden) count++
  }
  for (const file of document.querySelectorAll('section.file')) file.hidden = !file.querySelector('li:not([hidden])')
  shown.value = shown.dataset.words + ' ' + count + ' / ' + items.length
}
if (form) {
  form.hidden = false
  form.addEventListener('input', update)
  form.addEventListener('submit', event => event.preventDefault())
  update()
}
`
