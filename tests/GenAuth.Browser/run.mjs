// Runs the built program in Node.js, against a service that compresses its responses as a browser's service does.
// Usage: node tests/GenAuth.Browser/run.mjs
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

// In a page an empty address is the page's own; Node.js has no page.
const Plain = globalThis.Request;
globalThis.Request = class extends Plain {
    constructor(address, settings) {
        super(address === '' ? 'http://localhost/' : address, settings);
    }
};

const expected = ['client: Success', 'registered client: Success', 'ManagementToken: Success', 'Signature: Success', 'Tls: refused'];
const printed = [];
const log = console.log;
console.log = (...text) => {
    printed.push(text.join(' ').trim());
    log(...text);
};

const server = createServer((request, response) => {
    const body = { statusCode: 200, message: 'Success', data: { authInfo: 'a=b', access_token: 'token', expires_in: 7200 } };
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    response.end(gzipSync(JSON.stringify(body)));
});
server.listen(0, '127.0.0.1', async () => {
    const { dotnet } = await import(new URL('bin/Debug/net10.0/wwwroot/_framework/dotnet.js', import.meta.url).href);
    const { runMain } = await dotnet.withApplicationArguments(`http://127.0.0.1:${server.address().port}`).create();
    const exitCode = await runMain();
    const missing = expected.filter(line => !printed.includes(line));
    log(exitCode === 0 && missing.length === 0 ? 'passed' : `failed: ${missing.join(', ')}`);
    process.exit(exitCode === 0 && missing.length === 0 ? 0 : 1);
});
