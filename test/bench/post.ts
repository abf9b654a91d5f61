import { Agent, request } from 'node:http';

/** Posts JSON over connections that are kept open; resolves with the answer's body. Fails on anything but a 2xx. */
export function poster(connections: number): (url: string, body: unknown, headers?: Record<string, string>) => Promise<string> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return (url, body, headers = {}) =>
    new Promise((resolve, reject) => {
      const text = JSON.stringify(body);
      const sent = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const answer = Buffer.concat(chunks).toString();
          if (response.statusCode !== undefined && response.statusCode < 300) resolve(answer);
          else reject(new Error(`${url} answered ${response.statusCode}`));
        });
      });
      sent.on('error', reject);
      sent.end(text);
    });
}
