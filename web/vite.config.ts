import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type ESTree, type Plugin, type Rolldown, Visitor } from 'vite'

/** Sonner puts its styles into a <style> element, which the CSP forbids; styles.css imports them instead. */
const sonnerWithoutInlineStyle: Plugin = {
  name: 'sonner-without-inline-style',
  transform: {
    filter: { id: /sonner[\\/]dist[\\/]index\.mjs/ },
    handler: (code) => ({ code: code.replace(/^__insertCSS\(".*"\);?$/m, ''), map: null }),
  },
}

/** Only the API describes its schemas to others; in the browser that part of zod would be dead weight. */
const zodWithoutJsonSchema: Plugin = {
  name: 'zod-without-json-schema',
  transform: {
    filter: { id: /zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors)\.js/ },
    handler: (code) => {
      const names = [...code.matchAll(/^export (?:const|function) (\w+)|^export \{ \w+ as (\w+) \}/gm)]
      const nothing = names.map(([, name, alias]) => `nothing as ${name ?? alias}`)
      return { code: `const nothing = () => undefined\nexport { ${nothing.join(', ')} }`, map: null }
    },
  },
}

/**
 * The old way of naming a format as a method of a string would bring all two dozen formats along, what finds circles in data
 * serves nobody who reads JSON, and what writes code for speed is forbidden by the CSP.
 */
const zodWithoutUnusedFormats: Plugin = {
  name: 'zod-without-unused-formats',
  transform: {
    filter: { id: /zod[\\/]v4[\\/]classic[\\/]schemas\.js/ },
    handler: (code) => ({
      code: code
        .replace(/^ {4}\w+\(params\) \{\n {8}return this\.check\(core\._\w+\(Zod\w+, params\)\);\n {4}\},\n/gm, '')
        .replace('core.config({ memoizer: core.memoizer() })', 'undefined')
        .replaceAll('$ZodObjectJIT', '$ZodObject'),
      map: null,
    }),
  },
}

/** The API checks what is sent, and the types say what comes back: of an endpoint the browser needs where it is, not its schemas. */
const endpointsWithoutSchemas: Plugin = {
  name: 'endpoints-without-schemas',
  apply: 'build',
  transform: {
    filter: { id: /contracts[\\/]src[\\/][\w-]+\.ts$/, code: /endpoint\(/ },
    handler(code) {
      const schemas: { start: number; end: number }[] = []
      new Visitor({
        CallExpression({ callee, arguments: [definition] }) {
          if (callee.type !== 'Identifier' || callee.name !== 'endpoint') return
          if (definition?.type === 'ObjectExpression') schemas.push(...definition.properties.filter(isSchema))
        },
      }).visit(this.parse(code))
      const without = schemas.reduceRight(
        (rest, { start, end }) => rest.slice(0, start) + rest.slice(end).replace(/^\s*,/, ''),
        code,
      )
      return { code: without, map: null }
    },
  },
}

const isSchema = (property: ESTree.ObjectPropertyKind): boolean =>
  property.type === 'Property' &&
  property.key.type === 'Identifier' &&
  ['params', 'query', 'body', 'response', 'summary'].includes(property.key.name)

/** Making a schema does nothing else, but no bundler knows that of `z.string().max(9)`: one that nobody uses is left out whole. */
const schemasOnlyWhereUsed: Plugin = {
  name: 'schemas-only-where-used',
  apply: 'build',
  transform: {
    filter: { id: /contracts[\\/]src[\\/][\w-]+\.ts$/ },
    handler(code) {
      const made: { start: number; end: number }[] = []
      for (const statement of this.parse(code).body) {
        const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
        if (declared?.type !== 'VariableDeclaration') continue
        for (const { init } of declared.declarations) if (init?.type === 'CallExpression') made.push(init)
      }
      const marked = made.reduceRight(
        (rest, { start, end }) =>
          `${rest.slice(0, start)}/* @__PURE__ */ (() => ${rest.slice(start, end)})()${rest.slice(end)}`,
        code,
      )
      return { code: marked, map: null }
    },
  },
}

/**
 * What only the three heaviest pages are made of stands in one file for each set of them that needs it, however many parts that
 * are fetched later need some of it too: forty small files are slower to fetch and compress worse by a sixth.
 */
function heavyPagesThatNeed(id: string, modules: { getModuleInfo: (id: string) => Rolldown.ModuleInfo | null }) {
  const [pages, seen] = [new Set<string>(), new Set<string>()]
  const climb = (at: string): void => {
    if (seen.has(at)) return
    seen.add(at)
    const [, page] = at.match(/[\\/]([\w-]+)-page\.tsx$/) ?? []
    if (page) pages.add(page)
    else for (const importer of modules.getModuleInfo(at)?.importers ?? []) climb(importer)
  }
  climb(id)
  const isItself = seen.size === pages.size
  return isItself || pages.size === 0 || !pages.isSubsetOf(heavy) ? null : [...pages].sort().join('_')
}

const heavy = new Set(['ticket-list', 'ticket-detail', 'create-ticket'])

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    sonnerWithoutInlineStyle,
    zodWithoutJsonSchema,
    zodWithoutUnusedFormats,
    endpointsWithoutSchemas,
    schemasOnlyWhereUsed,
  ],
  server: { proxy: { '/api': 'http://localhost:3000' } },
  // open tabs still ask for the code of the build they came from; scripts/ensure-ready.mjs removes it when it is old
  build: {
    sourcemap: false,
    target: 'es2024',
    modulePreload: { polyfill: false },
    emptyOutDir: false,
    // before compression, of all that every page needs
    chunkSizeWarningLimit: 600,
    // what every page needs is one file: sixty small ones are slower to fetch and compress worse by 12 kB
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'initial', tags: ['$initial'], priority: 1 },
            { name: heavyPagesThatNeed, test: /web[\\/]src/ },
          ],
        },
      },
    },
  },
})
