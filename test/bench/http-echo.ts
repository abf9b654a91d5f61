import { createServer } from 'node:http';

// The least a server can do: read JSON, answer JSON, write nothing.
createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString();
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body === '' ? {} : JSON.parse(body)));
  });
}).listen(Number(process.argv[2] ?? 3990), '127.0.0.1');
