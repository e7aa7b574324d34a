import { random } from './random.ts'

const words = (
  'talks corridor delegation Mykhailo Podoliak Vladimir Medinsky Київ переговори Подоляка делегація Слов’янськ ' +
  'ъезд Мединский R&amp;D AT&T x&lt;y 5&nbsp;km &laquo;лапки&raquo; &copy2022 &#1055;&#x456; don’t "quoted" it\'s ' +
  'soft&shy;hyphen nb\u00a0space [sic] {a} (aside) 12,345 a<3 50% #tag … — &mdash; № &bogus; &amp;amp; 1&lt2 x>y'
).split(' ')

const inlineForms: readonly ((w: () => string, d: number) => string)[] = [
  (w, d) => `<b>${inline(w, d)}</b>`,
  (w, d) => `<em class="x y">\n  ${inline(w, d)} </em>`,
  (w, d) => `<a href="https://example.org/?a=1&b=2" title="About ${w()} &quot;x&quot;">${inline(w, d)}</a>`,
  (w, d) => `<A HREF=x.html>${inline(w, d)}</A>`,
  (w, d) => `<span lang="fr">${inline(w, d)}</span>`,
  (w, d) => `<i translate=no>${inline(w, d)}</i>`,
  (w, d) => `<del>${w()}</del><ins>${inline(w, d)}</ins>`,
  w => `<img src="a.jpg" alt="${w()} on  the\n   photo" title='It is'>`,
  w => `<img alt=photo src=x data-x='${w()}' />`,
  w => `<code>${w()} <b>x</b></code>`,
  () => '<br>',
  () => '<br />\n   ',
  () => '<!-- tlumach-disable-line -->',
  () => '<script>if (a < b) document.write("<p>no</p>")</script>',
  () => '<svg viewBox="0 0 1 1"><title>icon</title><path d="M0 0"/></svg>',
  () => '<input type="submit" value="Send it"><input placeholder=name>',
  () => '{{ user.name | default: "<b>" }}',
  () => '<?php echo $x > 1 ? "</p>" : "" ?>',
  () => '[gallery ids="1,2"]',
  w => `[x]${w()}[/x]`,
  w => `un<b>${w()}</b>broken`,
  w => `<b><i>${w()}</b> crossed</i>`,
  w => `<u>${w()} left open`,
  () => '</strong>',
  () => '<wbr>',
]

function inline(word: () => string, depth: number): string {
  return depth > 2
    ? `${word()} ${word()}`
    : `${word()} ${inlineForms[word().length % inlineForms.length]!(word, depth + 1)}`
}

/** An HTML page or fragment with a little of everything, damage included; the same seed gives the same one. */
export function htmlDocument(seed: number): string {
  const next = random(seed)
  const below = (n: number) => Math.floor(next() * n)
  const word = () => words[below(words.length)]!
  const piece = () => (next() < 0.3 ? inlineForms[below(inlineForms.length)]!(word, 0) : word())
  const glue = () => [' ', ' ', ' ', '\n', '\n    ', '  ', '\t'][below(7)]
  const text = (least: number, most: number) => {
    let out = piece()
    for (let n = least + below(most - least + 1); n > 1; n--) out += glue() + piece()
    return out
  }
  const end = (tag: string) => (next() < 0.7 ? tag : '')
  const items = (count: number, tag: string) =>
    Array.from({ length: count }, () => `<${tag}>${text(1, 5)}${end(`</${tag}>`)}`).join('\n')
  const block = (depth: number): string => {
    const nested = () => (depth > 3 ? text(1, 4) : blocks(depth + 1, 1 + below(3)))
    switch (below(18)) {
      case 0:
        return `<h${1 + below(6)}>${text(1, 5)}</h${1 + below(6)}>`
      case 1:
        return `<ul>\n${items(1 + below(3), 'li')}\n</ul>`
      case 2:
        return `<ol><li>${nested()}</ol>`
      case 3:
        return `<blockquote>\n  ${nested()}\n</blockquote>`
      case 4:
        return `<div class="a" title="${word().replaceAll('"', '')} x">${nested()}</div>`
      case 5:
        return `<table><caption>${text(1, 2)}</caption><tr>${items(2, 'th')}<tr>${items(2, 'td')}</table>`
      case 6:
        return `<figure><img src=x alt="${word().replaceAll('"', '')}"><figcaption>${text(1, 4)}</figcaption></figure>`
      case 7:
        return `<pre>\n${text(1, 3)}\n</pre>`
      case 8:
        return `<!-- wp:paragraph {"dropCap":true} -->\n<p>${text(2, 8)}</p>\n<!-- /wp:paragraph -->`
      case 9:
        return `${text(2, 6)}\n\n${text(2, 6)}`
      case 10:
        return `${text(2, 4)}<br><br>${text(2, 4)}`
      case 11:
        return `<section lang="uk" translate="${next() < 0.5 ? 'yes' : 'no'}">${nested()}</section>`
      case 12:
        return `<details><summary>${text(1, 3)}</summary>${nested()}</details>`
      case 13:
        return `<dl>${items(1, 'dt')}${items(1, 'dd')}</dl>`
      case 14:
        return `<form><label>${text(1, 2)}</label><button>${text(1, 2)}</button></form>`
      default:
        return `<p>${text(2, 12)}${end('</p>')}`
    }
  }
  const blocks = (depth: number, count: number): string =>
    Array.from({ length: count }, () => block(depth)).join(['\n', '\n\n', ''][below(3)])
  const head =
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset=utf-8>\n<title>A &amp; <b> title</title>\n' +
    '<meta name="description" content="What it is &quot;about&quot;">\n<style>p > b { color: red }</style>\n</head>\n<body>\n'
  const body = blocks(0, 2 + below(8))
  const out = next() < 0.4 ? `${head}${body}\n</body>\n</html>\n` : body
  return next() < 0.3 ? out.replace(/\r?\n/g, '\r\n') : out
}
