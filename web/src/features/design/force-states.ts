const pseudo = { hover: /:hover/g, focus: /:focus-visible/g, pressed: /:active/g }
export type ForcedState = keyof typeof pseudo

/** Elements with `data-show="hover"` look hovered, by the very rules of the style sheet, until the returned function is called. */
export function forceStates(): () => void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync([...document.styleSheets].flatMap(({ cssRules }) => [...cssRules].map(forced)).join('\n'))
  document.adoptedStyleSheets.push(sheet)
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
  }
}

/** The rule as it would be for a shown state, or nothing if no state matters to it. */
function forced(rule: CSSRule): string {
  if (rule instanceof CSSStyleRule) {
    const selector = shown(rule.selectorText)
    const inner = [...rule.cssRules].map(selector === rule.selectorText ? forced : asItIs).join('')
    const own = selector === rule.selectorText ? '' : rule.style.cssText
    return own || inner ? `${selector}{${own}${inner}}` : ''
  }
  // what floats loose inside a rule of states, as nested media queries have it
  if (rule instanceof CSSGroupingRule) {
    const inner = [...rule.cssRules].map(forced).join('')
    return inner && `${headOf(rule)}{${inner}}`
  }
  return ''
}

const asItIs = (rule: CSSRule): string => rule.cssText

function headOf(rule: CSSGroupingRule): string {
  if (rule instanceof CSSMediaRule) return `@media ${rule.conditionText.replace('(hover: hover)', 'all')}`
  if (rule instanceof CSSLayerBlockRule) return `@layer ${rule.name}`
  return rule.cssText.slice(0, rule.cssText.indexOf('{'))
}

const shown = (selector: string): string =>
  Object.entries(pseudo).reduce((text, [state, found]) => text.replace(found, `[data-show=${state}]`), selector)
