// The stub as an HTTP server on a free port of this machine.
import http from 'node:http';
import { Checker } from './check.mjs';

export async function serve(document, accessKey, port = 0) {
    const checker = await Checker.create(document, accessKey);
    const server = http.createServer(async (incoming, outgoing) => {
        try {
            const response = await respond(checker, incoming);
            outgoing.setHeader('content-type', 'application/json; charset=utf-8');
            outgoing.end(JSON.stringify(response));
        } catch (error) {
            console.error(`The check itself failed at ${incoming.method} ${incoming.url}:`, error);
            outgoing.statusCode = 500;
            outgoing.end();
        }
    });
    await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
    return { address: `http://127.0.0.1:${server.address().port}`, checker, close: () => server.close() };
}

async function respond(checker, incoming) {
    const chunks = [];
    for await (const chunk of incoming) {
        chunks.push(chunk);
    }

    const mark = incoming.url.indexOf('?');
    const path = mark < 0 ? incoming.url : incoming.url.slice(0, mark);
    switch (path) {
        case '/__report':
            return checker.report();
        case '/__reset':
            checker.reset();
            return {};
        default: {
            const body = Buffer.concat(chunks);
            const query = [...new URLSearchParams(mark < 0 ? '' : incoming.url.slice(mark + 1))];
            return checker.check({ method: incoming.method, path, query, headers: incoming.headers, body, parts: await partsOf(incoming, body) });
        }
    }
}

async function partsOf(incoming, body) {
    const type = incoming.headers['content-type'] ?? '';
    if (!type.startsWith('multipart/form-data')) {
        return undefined;
    }

    try {
        const form = await new Response(body, { headers: { 'content-type': type } }).formData();
        return Object.fromEntries([...form].map(([name, value]) => [name, { fileName: value.name, size: value.size }]));
    } catch {
        return undefined;
    }
}
