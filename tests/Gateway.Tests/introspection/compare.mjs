// Builds the schema from ?sdl and from introspection, with everything that tools can ask for, and prints what differs:
// node compare.mjs <url of the endpoint>
import { diff } from '@graphql-inspector/core';
import { buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema } from 'graphql';

const [url] = process.argv.slice(2);
const query = getIntrospectionQuery({
  descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true,
});
const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
const { data, errors } = await response.json();
if (errors) throw new Error(JSON.stringify(errors));

const declared = buildSchema(await (await fetch(`${url}?sdl`)).text());
const introspected = buildClientSchema(data);
const problems = (await diff(declared, introspected)).map(change => change.message);
const lines = schema => printSchema(lexicographicSortSchema(schema)).split('\n');
const [before, after] = [lines(declared), lines(introspected)];
before.forEach((line, index) => { if (line !== after[index]) problems.push(`${index}: "${line}" is "${after[index]}"`); });
if (before.length !== after.length) problems.push(`${before.length} lines are ${after.length}`);
console.log(JSON.stringify({ problems: problems.slice(0, 20), directives: data.__schema.directives.map(directive => directive.name).sort() }));
