// Follows an order and prints each state as a line of JSON: node follow.mjs <sse|ws> <url> <token> <order id> <until status>
import { createClient as createSse } from 'graphql-sse';
import { createClient as createWs } from 'graphql-ws';
import WebSocket from 'ws';

const [kind, url, token, id, until] = process.argv.slice(2);
const authorization = `Bearer ${token}`;
const client = kind === 'sse'
  ? createSse({ url, headers: { authorization }, retryAttempts: 0 })
  : createWs({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, connectionParams: { authorization }, retryAttempts: 0 });
const query = 'subscription($id: ID!) { orderChanged(id: $id) { number status lines { product { name } } refunded { amount } } }';

const unsubscribe = client.subscribe({ query, variables: { id } }, {
  next(result) {
    console.log(JSON.stringify(result));
    if (result.data?.orderChanged.status === until) { unsubscribe(); }
  },
  error(problem) {
    console.log(JSON.stringify({ failed: Array.isArray(problem) ? problem : String(problem?.reason ?? problem?.message ?? problem) }));
    process.exit(1);
  },
  complete() {
    console.log(JSON.stringify({ complete: true }));
    client.dispose();
  },
});
