import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';

// The same question to the SDK: an echo bot that answers through a connector, without sign-in, writing nothing.
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(`You said: ${context.activity.text}`);
  await next();
});

createServer((request, response) => void answer(request, response)).listen(Number(process.argv[2] ?? 3991), '127.0.0.1');

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString();
  if (text === '') return void response.end();
  await adapter.process({ method: 'POST', headers: request.headers, body: JSON.parse(text) }, shim(response), (context) => bot.run(context));
}

function shim(response: ServerResponse) {
  return {
    socket: response.socket,
    header: (name: string, value: string) => response.setHeader(name, value),
    status: (code: number) => (response.statusCode = code),
    send: (body: unknown) => response.write(typeof body === 'string' ? body : JSON.stringify(body)),
    end: () => response.end(),
  };
}
