/** Colours keep a contrast of 4.5 : 1 and more (WCAG 2.2, 1.4.3) on light and dark. */
export const style = `
:root { color-scheme: light dark; --back: #fff; --text: #1b1b1b; --faint: #595959; --line: #c8c8c8; --mark: #ffe08a; --bar: #2f6fb2; --error: #a4001d; --warning: #7a4b00; --info: #1d5a96 }
@media (prefers-color-scheme: dark) { :root { --back: #16181c; --text: #ececec; --faint: #b4b4b4; --line: #4a4d52; --mark: #6b5200; --bar: #6ea8e0; --error: #ff9a9a; --warning: #ffc66d; --info: #9cc9f5 } }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; background: var(--back); color: var(--text) }
form { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; border-block: 1px solid var(--line); padding-block: .75rem }
fieldset { border: 0; padding: 0; margin: 0 } legend { float: left; margin-right: .5rem } form p { margin: 0 }
ol { list-style: none; padding: 0 } li { border-left: .25rem solid; padding: .25rem .75rem; margin-block: .5rem }
li.error { border-color: var(--error) } li.warning { border-color: var(--warning) } li.info { border-color: var(--info) }
li.error strong { color: var(--error) } li.warning strong { color: var(--warning) } li.info strong { color: var(--info) }
li p { margin: 0 } .place, code { color: var(--faint); font-variant-numeric: tabular-nums } blockquote, dl.pair { margin: .25rem 0 0; overflow-wrap: anywhere } dl.pair { display: grid; grid-template-columns: max-content 1fr; gap: 0 .75rem } dl.pair dd { margin: 0; white-space: pre-wrap } dl.pair dt { color: var(--faint) }
mark { background: var(--mark); color: inherit } table { border-collapse: collapse; margin-block: 1rem } caption { text-align: left; font-weight: bold }
th, td { text-align: left; padding: .15rem .75rem .15rem 0; font-weight: normal } thead th { color: var(--faint) }
.bar { display: inline-block; height: .7em; background: var(--bar) } h3 { overflow-wrap: anywhere } [hidden] { display: none }
`
