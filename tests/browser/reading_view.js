/* What a reading view shows of pages: Mozilla's Readability, as in Firefox, over each FILE.
   Usage: node reading_view.js NPM FILE...; prints JSON, for each file the title and the HTML, or null where there is nothing to read. */
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"

const [npm, ...files] = process.argv.slice(2)
const require = createRequire(join(npm, "package.json"))
const { Readability } = require("@mozilla/readability")
const { parseHTML } = require("linkedom")

process.stdout.write(JSON.stringify(files.map(file => {
  const article = new Readability(parseHTML(readFileSync(file, "utf8")).document).parse()
  return article && { title: article.title, content: article.content }
})))
