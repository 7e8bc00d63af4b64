import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import chromium, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium'

/** The machine's own Chromium if it has one, else the one from npm, unpacked once per user. */
export async function chromiumPath(): Promise<string> {
  return systemChromium() ?? (await bundledChromium())
}

function systemChromium(): string | undefined {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim()
    if (found) return found
  }
  return undefined
}

async function bundledChromium(): Promise<string> {
  const require = createRequire(import.meta.url)
  const packageFolder = path.resolve(path.dirname(require.resolve('@sparticuz/chromium')), '..')
  const { version }: { version: string } = require(path.join(packageFolder, 'package.json'))
  const home = path.join(tmpdir(), `physique57-chromium-${version}-${userInfo().uid}`)
  if (!existsSync(home)) await unpack(packageFolder, home)

  const executable = path.join(home, 'chromium')
  // A bare machine lacks libraries such as NSS; the package brings them for one that is as bare.
  if (spawnSync(executable, ['--version']).status !== 0) setupLambdaEnvironment(path.join(home, 'al2023/lib'))
  execFileSync(executable, ['--version'])
  return executable
}

/** The package unpacks into the temporary folder, wherever that is said to be. */
async function unpack(packageFolder: string, home: string) {
  const unfinished = `${home}.${process.pid}`
  const usual = process.env.TMPDIR
  mkdirSync(unfinished, { mode: 0o700 })
  process.env.TMPDIR = unfinished
  try {
    await chromium.executablePath()
    await inflate(path.join(packageFolder, 'bin/al2023.tar.br'))
    renameSync(unfinished, home)
  } finally {
    if (usual === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = usual
    rmSync(unfinished, { recursive: true, force: true })
  }
}
