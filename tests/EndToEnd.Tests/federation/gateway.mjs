// Composes the subgraphs of a front door, and serves them as one graph: node gateway.mjs <url of the front door> <port> <subgraph>...
// Says in one line of JSON how the composed schema differs from the front door's, once it listens.
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { composeServices } from '@theguild/federation-composition';
import { buildSchema, findBreakingChanges, findDangerousChanges, parse } from 'graphql';

const [door, port, ...names] = process.argv.slice(2);

const sdl = async (url) => {
  const answer = await fetch(`${url}?sdl`);
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  return answer.text();
};

const changes = (from, to) => [...findBreakingChanges(from, to), ...findDangerousChanges(from, to)].map((change) => change.description);

const services = await Promise.all(names.map(async (name) => {
  const url = new URL(`/subgraphs/${name}/graphql`, door).href;
  return { name, url, typeDefs: parse(await sdl(url)) };
}));
const { errors, supergraphSdl, publicSdl } = composeServices(services);
if (errors?.length) throw new Error(errors.map((error) => error.message).join('\n'));

const gateway = createGatewayRuntime({
  supergraph: supergraphSdl,
  logging: false,
  propagateHeaders: {
    fromClientToSubgraphs({ request }) {
      const authorization = request.headers.get('authorization');
      return authorization ? { authorization } : {};
    },
  },
});
const ours = buildSchema(await sdl(door));
const composed = buildSchema(publicSdl);
createServer(gateway).listen(Number(port), '127.0.0.1', () => {
  console.log(JSON.stringify({ lost: changes(ours, composed), gained: changes(composed, ours) }));
});
