// Runs every check (must, should and may) against the URL given, and prints those that fail. Exits with 1 if any does.
import { auditServer } from 'graphql-http';

const results = await auditServer({ url: process.argv[2] });
const failed = results.filter((result) => result.status !== 'ok');
for (const { id, name, status, reason } of failed) console.log(`${id} ${status}: ${name}. ${reason}`);
console.log(`${results.length} checks, ${failed.length} failed`);
process.exit(results.length > 0 && failed.length === 0 ? 0 : 1);
