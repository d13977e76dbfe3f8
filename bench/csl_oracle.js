// What citeproc-js makes of records in styles; asked by csl_oracle.py, which says how.
// stdin: {"locales": folder, "styles": {name: file}, "records": [...], "cite": true or false}
// stdout: for each style a line {"style", "ids", "entries", "citations", "seconds"} or {"style", "error"}
const fs = require("fs");
const path = require("path");
const CSL = require("citeproc");

CSL.debug = () => {};
CSL.error = (message) => process.stderr.write(`${message}\n`);

function render(job, file) {
  const records = new Map(job.records.map((record) => [String(record.id), record]));
  const engine = new CSL.Engine({
    retrieveItem: (id) => records.get(String(id)),
    retrieveLocale: (lang) => {
      const locale = path.join(job.locales, `locales-${lang}.xml`);
      return fs.existsSync(locale) ? fs.readFileSync(locale, "utf8") : false;
    },
  }, fs.readFileSync(file, "utf8"));
  const ids = [...records.keys()];
  engine.updateItems(ids);
  const made = engine.makeBibliography();
  const citations = job.cite ? cite(engine, ids) : [];
  if (!made) return { ids: [], entries: [], citations };
  const [header, entries] = made;
  const empty = new Set(header.bibliography_errors.map((each) => String(each.itemID)));
  const order = header.entry_ids.map((each) => String(each[0])).filter((id) => !empty.has(id));
  return { ids: order, entries, citations };
}

// A document that cites every record in a note of its own, and then each again, with a page.
function cite(engine, ids) {
  const first = ids.map((id, index) => citation([{ id }], index + 1));
  const again = ids.map((id, index) =>
    citation([{ id, locator: "12", label: "page" }], ids.length + index + 1));
  return engine.rebuildProcessorState([...first, ...again], "html").map((row) => row[2]);
}

function citation(citationItems, noteIndex) {
  return { citationID: `c${noteIndex}`, citationItems, properties: { noteIndex } };
}

const job = JSON.parse(fs.readFileSync(0, "utf8"));
for (const [style, file] of Object.entries(job.styles)) {
  const began = process.cpuUsage();
  let answer;
  try {
    answer = render(job, file);
  } catch (error) {
    answer = { error: String(error.message || error) };
  }
  const spent = process.cpuUsage(began);
  const seconds = (spent.user + spent.system) / 1e6;
  process.stdout.write(JSON.stringify({ style, ...answer, seconds }) + "\n");
}
