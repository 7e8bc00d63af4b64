import { Eta } from 'eta'

const eta = new Eta({ autoEscape: true, autoTrim: false })

interface Content {
  name: string
  key: string
  title: string
  studio: string
  messages: string[]
  url: string
  preferencesUrl: string
}

const html = eta.compile(`<!doctype html>
<html lang="en">
<body style="margin:0;padding:24px;background:#f6f4f1;font-family:system-ui,sans-serif;color:#1f1b18">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #e7e2dd;border-radius:8px">
    <p style="margin:0 0 4px;font-size:13px;color:#6b635b"><%= it.key %> · <%= it.studio %></p>
    <h1 style="margin:0 0 16px;font-size:18px;line-height:24px"><%= it.title %></h1>
    <% for (const message of it.messages) { %><p style="margin:0 0 8px;font-size:16px;line-height:24px"><%= message %></p>
    <% } %><p style="margin:24px 0 0"><a href="<%= it.url %>" style="color:#8c1d52">Open the ticket</a></p>
  </div>
  <p style="max-width:560px;margin:12px auto 0;font-size:12px;color:#6b635b">For <%= it.name %>, because you follow this ticket. <a href="<%= it.preferencesUrl %>" style="color:#6b635b">Change what you are mailed</a></p>
</body>
</html>
`)

/** One mail about one ticket, however much happened to it. */
export function renderMail(content: Content): { subject: string; text: string; html: string } {
  const { key, title, studio, messages, url, preferencesUrl, name } = content
  return {
    subject: `[${key}] ${title}`,
    text: `${[`${key} · ${studio}`, title, '', ...messages, '', `Open the ticket: ${url}`, '', `For ${name}, because you follow this ticket. Change what you are mailed: ${preferencesUrl}`].join('\n')}\n`,
    html: html.call(eta, content),
  }
}
