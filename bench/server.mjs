// The server for all benchmarks, in a separate process: a health path, and a small JSON response to any POST.
import http from 'node:http';

const RESPONSE = JSON.stringify({
  success: true,
  data: { status: 'success', message: '', identities: ['svc'], scopes: ['read'], expires_at: '', error: null },
  message: 'Authentication success',
});

/** About 10 MB. */
const BIG = JSON.stringify({
  success: true,
  items: Array.from({ length: 50_000 }, (_unused, id) => ({
    id,
    qualifiedName: `default/postgres/1700000000/MY_DB/PUBLIC/table_${id}`,
    typeName: 'Table',
    attributes: { name: `table_${id}`, rowCount: id * 7, description: 'a table of the source, with a text beside it' },
  })),
});

/** How long each request takes, in milliseconds. */
const delay = Number(process.env.BENCH_DELAY_MS ?? 0);

const server = http.createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    const body = request.url === '/big' ? BIG : RESPONSE;
    const respond = () => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
      response.end(body);
    };
    if (delay > 0) setTimeout(respond, delay);
    else respond();
  });
});
server.listen(0, '127.0.0.1', () => process.send?.({ url: `http://127.0.0.1:${server.address().port}` }));
process.on('disconnect', () => process.exit());
