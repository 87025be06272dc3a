/* Tells what of stylesheets and scripts not every browser has that npm/package.json lists, by programs that are not ours:
   stylelint with what caniuse and Baseline know, Autoprefixer for what needs a prefix, ESLint with Baseline for scripts.
   Usage: node lint.js NPM FILE..., all in one folder; prints JSON, a list of {file, line, told}. */
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { basename, dirname, join } from "node:path"
import { pathToFileURL } from "node:url"

const [npm, ...files] = process.argv.slice(2)
const { resolve } = createRequire(join(npm, "package.json"))
const load = async name => import(pathToFileURL(resolve(name)))
const BASELINE = 2023 // the year in which Safari 17 came, the oldest of them
const browsers = JSON.parse(readFileSync(join(npm, "package.json"))).browserslist
const found = []

const styles = files.filter(file => file.endsWith(".css"))
if (styles.length) {
  const { default: stylelint } = await load("stylelint")
  const { results } = await stylelint.lint({
    files: styles,
    config: {
      plugins: ["stylelint-no-unsupported-browser-features", "stylelint-plugin-use-baseline"].map(resolve),
      rules: {
        "plugin/no-unsupported-browser-features": [true, { browsers }],
        "plugin/use-baseline": [true, { available: BASELINE }],
      },
    },
  })
  for (const { source, warnings } of results) for (const { line, text } of warnings) {
    if (text.includes(" is unnecessary ")) continue
    const told = text.match(/^Unexpected browser feature "(.*?)"/)?.[1] ?? text.replace(/ is not a \d+ available.*/, "")
    found.push({ file: basename(source), line, told })
  }
  const [{ default: postcss }, { default: autoprefixer }] = [await load("postcss"), await load("autoprefixer")]
  for (const file of styles) {
    const root = postcss.parse(readFileSync(file, "utf8"), { from: file })
    const own = new Set()
    root.walk(node => { own.add(node) })
    await postcss([autoprefixer({ overrideBrowserslist: browsers, remove: false })]).process(root, { from: file })
    root.walk(node => {
      const line = (node.next() ?? node).source?.start.line
      if (!own.has(node)) found.push({ file: basename(file), line, told: `Prefix "${node.prop ?? node.selector ?? node.name}"` })
    })
  }
}

const scripts = files.filter(file => file.endsWith(".js"))
if (scripts.length) {
  const [{ ESLint }, { default: ts }, parser, { default: baseline }] = [
    await load("eslint"), await load("typescript"), await load("@typescript-eslint/parser"), await load("eslint-plugin-baseline-js"),
  ]
  const options = { allowJs: true, checkJs: true, noEmit: true, target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, lib: ["lib.esnext.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"] }
  const eslint = new ESLint({
    cwd: dirname(scripts[0]),
    overrideConfigFile: true,
    overrideConfig: [{
      files: ["*.js"],
      plugins: { "baseline-js": baseline },
      languageOptions: { parser: parser.default ?? parser, parserOptions: { programs: [ts.createProgram(scripts, options)] } },
      rules: baseline.configs["recommended-ts"]({ available: BASELINE, level: "error" }).rules,
    }],
  })
  for (const { filePath, messages } of await eslint.lintFiles(scripts)) for (const { line, message } of messages)
    found.push({ file: basename(filePath), line, told: message.match(/\((\S+)\)/)?.[1] ?? message })
}
process.stdout.write(JSON.stringify(found))
