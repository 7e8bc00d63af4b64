import { type ClipboardEvent, type DragEvent, useState } from 'react'

/** For the element that takes dropped and pasted files. */
export function useFileDrop(add: (files: File[]) => void) {
  const [isOver, setOver] = useState(false)
  const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files')
  return {
    isOver,
    target: {
      onDragOver: (event: DragEvent) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false)
      },
      onDrop: (event: DragEvent) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        // a question of the form may lie in the form, which takes files too
        event.stopPropagation()
        setOver(false)
        add([...event.dataTransfer.files])
      },
      onPaste: (event: ClipboardEvent) => {
        const files = [...event.clipboardData.files]
        if (files.length === 0) return
        event.preventDefault()
        event.stopPropagation()
        add(files)
      },
    },
  }
}
