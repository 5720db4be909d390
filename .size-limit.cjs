// Gzipped, in kB of 1000 bytes, dependencies included, React and React DOM not.
// `npm run size` bundles the package first and leaves here which files belong to which row.
// The values engine is `yaml` (31), `re2js` (45: packs and variables use RE2) and our own part.
/** @type {Record<string, string[]>} */
const rows = require('./node_modules/.cache/cluster-profile-builder/size/rows.json');

/** @type {(name: string, files: string, limit: string) => object} */
const row = (name, files, limit) => ({ name, path: rows[files], limit, gzip: true });

module.exports = [
  row('./headless', 'headless', '75 kB'),
  row('. without the editor chunks and the values engine', 'all but editor and engine', '245 kB'),
  row('. what the first step loads', 'first step', '115 kB'),
  row('. the editor chunks', 'editor', '160 kB'),
  row('. the comparison of texts, beside the editor', 'comparison', '15 kB'),
  row('. the values engine, where there is no worker', 'engine', '110 kB'),
  row('./model', 'model', '40 kB'),
  row('./values', 'values', '115 kB'),
  row('./worker', 'worker', '117 kB'),
  row('./adapters', 'adapters', '45 kB'),
  row('./demo', 'demo', '60 kB'),
  row('./testing', 'testing', '20 kB'),
  row('./styles.css', 'styles', '12 kB'),
];
