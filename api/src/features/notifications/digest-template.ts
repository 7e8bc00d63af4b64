import { Eta } from 'eta'

const eta = new Eta({ autoEscape: true, autoTrim: false })

export interface DigestTicket {
  key: string
  title: string
  studio: string
  url: string
  news: { message: string; at: Date }[]
}

interface Content {
  name: string
  timeZone: string
  tickets: readonly DigestTicket[]
  /** The inbox. */
  url: string
  preferencesUrl: string
}

/** More are counted, not listed: nobody reads a mail of a thousand lines. */
const MOST_TICKETS = 50

const html = eta.compile(`<!doctype html>
<html lang="en">
<body style="margin:0;padding:24px;background:#f6f4f1;font-family:system-ui,sans-serif;color:#1f1b18">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #e7e2dd;border-radius:8px">
    <h1 style="margin:0 0 16px;font-size:18px;line-height:24px"><%= it.subject %></h1>
    <% for (const ticket of it.tickets) { %><div style="padding:12px 0;border-top:1px solid #e7e2dd">
      <p style="margin:0 0 4px;font-size:13px;color:#6b635b"><%= ticket.key %> · <%= ticket.studio %></p>
      <p style="margin:0 0 8px;font-size:16px;line-height:24px"><a href="<%= ticket.url %>" style="color:#8c1d52"><%= ticket.title %></a></p>
      <% for (const line of ticket.lines) { %><p style="margin:0 0 4px;font-size:14px;line-height:20px"><%= line.message %> <span style="color:#6b635b"><%= line.time %></span></p>
      <% } %></div>
    <% } %><% if (it.more) { %><p style="margin:12px 0 0;font-size:14px"><%= it.more %></p>
    <% } %><p style="margin:24px 0 0"><a href="<%= it.url %>" style="color:#8c1d52">Open your notifications</a></p>
  </div>
  <p style="max-width:560px;margin:12px auto 0;font-size:12px;color:#6b635b">For <%= it.name %>, gathered as you chose. <a href="<%= it.preferencesUrl %>" style="color:#6b635b">Change what you are mailed</a></p>
</body>
</html>
`)

/** Everything that happened, ticket by ticket, with the times of the reader's clocks. */
export function renderDigest({ timeZone, ...content }: Content): { subject: string; text: string; html: string } {
  const { name, url, preferencesUrl } = content
  const time = new Intl.DateTimeFormat('en-IN', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const tickets = content.tickets.slice(0, MOST_TICKETS).map(({ news, ...ticket }) => ({
    ...ticket,
    lines: news.map(({ message, at }) => ({ message: withoutTitle(message, ticket.title), time: time.format(at) })),
  }))
  const left = content.tickets.length - tickets.length
  const more = left > 0 ? `And news of ${left} more in the app.` : ''
  const subject = subjectOf(content.tickets)
  const text = [
    subject,
    '',
    ...tickets.flatMap(({ key, studio, title, url: link, lines }) => [
      `${key} · ${studio}`,
      title,
      ...lines.map(({ message, time: at }) => `- ${message} (${at})`),
      link,
      '',
    ]),
    ...(more ? [more, ''] : []),
    `Open your notifications: ${url}`,
    '',
    `For ${name}, gathered as you chose. Change what you are mailed: ${preferencesUrl}`,
  ]
  return {
    subject,
    text: `${text.join('\n')}\n`,
    html: html.call(eta, { subject, tickets, more, url, name, preferencesUrl }),
  }
}

function subjectOf(tickets: readonly DigestTicket[]): string {
  const news = tickets.reduce((sum, ticket) => sum + ticket.news.length, 0)
  const [only] = tickets
  const about = tickets.length === 1 && only ? only.key : `${tickets.length} tickets`
  return `${news} ${news === 1 ? 'update' : 'updates'} on ${about}`
}

/** It stands above. */
const withoutTitle = (message: string, title: string) =>
  message.endsWith(`: ${title}`) ? message.slice(0, -title.length - 2) : message
