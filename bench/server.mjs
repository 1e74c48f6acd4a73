// The server both sides of the bench talk to, in a process of its own: a health path, and a small JSON answer to any POST.
import http from 'node:http';

const ANSWER = JSON.stringify({
  success: true,
  data: { status: 'success', message: '', identities: ['svc'], scopes: ['read'], expires_at: '', error: null },
  message: 'Authentication success',
});

const server = http.createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(ANSWER) });
    response.end(ANSWER);
  });
});
server.listen(0, '127.0.0.1', () => process.send?.({ url: `http://127.0.0.1:${server.address().port}` }));
process.on('disconnect', () => process.exit());
