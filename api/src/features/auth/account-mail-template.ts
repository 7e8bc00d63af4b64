import { Eta } from 'eta'

const eta = new Eta({ autoEscape: true, autoTrim: false })

export interface AccountMailContent {
  name: string
  subject: string
  paragraphs: string[]
  link?: { label: string; url: string }
  /** Why they got it, or what to do when it was not them. */
  footer: string
}

const html = eta.compile(`<!doctype html>
<html lang="en">
<body style="margin:0;padding:24px;background:#f6f4f1;font-family:system-ui,sans-serif;color:#1f1b18">
  <div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #e7e2dd;border-radius:8px">
    <h1 style="margin:0 0 16px;font-size:18px;line-height:24px"><%= it.subject %></h1>
    <p style="margin:0 0 8px;font-size:16px;line-height:24px">Hello <%= it.name %>,</p>
    <% for (const paragraph of it.paragraphs) { %><p style="margin:0 0 8px;font-size:16px;line-height:24px"><%= paragraph %></p>
    <% } %><% if (it.link) { %><p style="margin:24px 0 0"><a href="<%= it.link.url %>" style="color:#8c1d52"><%= it.link.label %></a></p><% } %>
  </div>
  <p style="max-width:560px;margin:12px auto 0;font-size:12px;color:#6b635b"><%= it.footer %></p>
</body>
</html>
`)

export function renderAccountMail(content: AccountMailContent): { subject: string; text: string; html: string } {
  const { name, subject, paragraphs, link, footer } = content
  const lines = [`Hello ${name},`, '', ...paragraphs, '', ...(link ? [`${link.label}: ${link.url}`, ''] : []), footer]
  return { subject, text: `${lines.join('\n')}\n`, html: html.call(eta, content) }
}
