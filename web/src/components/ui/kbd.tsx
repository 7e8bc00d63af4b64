/** A shortcut such as `C` or `G T`; not shown on phones, which have no keys. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="inline-flex gap-0.5 max-md:hidden" aria-hidden="true">
      {keys.split(' ').map((key, index) => (
        <kbd
          // biome-ignore lint/suspicious/noArrayIndexKey: the same key may come twice, and the order never changes
          key={index}
          className="inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-sm border border-line-strong bg-surface px-1 font-sans text-[11px] leading-none font-medium text-ink-3 in-data-on-fill:border-current/40 in-data-on-fill:bg-transparent in-data-on-fill:text-inherit"
        >
          {key}
        </kbd>
      ))}
    </span>
  )
}
