/** What no answer may ever carry, whatever was asked: hashes, code and statements of ours. */
const secrets: Record<string, RegExp> = {
  'a password hash': /\$argon2/,
  'a token hash': /\b[0-9a-f]{64}\b|"[\w+/]{43}="|"type":"Buffer"/,
  'a column of secrets': /password_?hash|token_?hash|previous_?hash/i,
  'a stack frame': /\n\s+at |node_modules|file:\/\/|\/api\/src\/|\.ts:\d+/,
  SQL: /\bpublic\.(?:tickets|users|sessions)\b|\bapp\.(?:me|actor|moving)\(|set_config|syntax error at|relation \\?"|violates |duplicate key|permission denied for/i,
}

/** What an answer gives away, or undefined. Every answer of every test passes through here. */
export const findLeak = (body: string): string | undefined =>
  Object.keys(secrets).find((name) => secrets[name]?.test(body))
