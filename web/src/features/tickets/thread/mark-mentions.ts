import { type PersonRef, splitMentions } from '@physique57/contracts'

/** As much of a Markdown tree as is looked at here. */
interface Node {
  type: string
  value?: string
  url?: string
  children?: Node[]
  data?: { hProperties: Record<string, string> }
}

/** Makes each `@Full Name` of who is mentioned a link to them, wherever words stand that are no link or code already. */
export const markMentions = (people: readonly PersonRef[]) => (tree: Node) => mark(tree, people)

function mark(node: Node, people: readonly PersonRef[]): void {
  if (people.length === 0 || node.type === 'link') return
  node.children = node.children?.flatMap((child) => {
    if (child.type !== 'text') {
      mark(child, people)
      return [child]
    }
    return splitMentions(child.value ?? '', people).map(
      (part): Node =>
        typeof part === 'string'
          ? { type: 'text', value: part }
          : {
              type: 'link',
              url: `/people/${part.id}`,
              data: { hProperties: { dataMention: part.id } },
              children: [{ type: 'text', value: `@${part.name}` }],
            },
    )
  })
}
