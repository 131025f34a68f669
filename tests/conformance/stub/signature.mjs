// A second implementation of the management signature, in the language of the service. It knows nothing of the SDK's.
import crypto from 'node:crypto';

const prefix = 'x-genauth-';
const allowedClockDifference = 5 * 60 * 1000;

/** The text that a request is signed with. */
export function textToSign({ method, path, query, headers, body }) {
    const covered = Object.keys(headers)
        .map((name) => name.toLowerCase())
        .filter((name) => name === 'date' || name.startsWith(prefix))
        .sort()
        .map((name) => `${name}:${headers[name].replace(/[\t\n\r\f]/g, ' ').trim()}\n`)
        .join('');
    const parameters = method === 'GET' ? queryParameters(query) : bodyMembers(headers, body);
    const resource = Object.keys(parameters)
        .sort()
        .map((name) => `${name}=${typeof parameters[name] === 'string' ? parameters[name] : JSON.stringify(parameters[name])}`)
        .join('&');
    return `${method}\n${covered}${path}${resource === '' ? '' : `?${resource}`}`;
}

/** What is wrong with the signature of a request; empty when nothing is. */
export function signatureProblems(request, key, usedNonces) {
    const { headers } = request;
    const problems = [];
    const expect = (name, value) => headers[name] === value || problems.push(`the header ${name} is ${headers[name]} instead of ${value}`);
    expect(`${prefix}signature-method`, 'HMAC-SHA1');
    expect(`${prefix}signature-version`, '1.0');

    const nonce = headers[`${prefix}signature-nonce`];
    if (!nonce || usedNonces.has(nonce)) {
        problems.push(`the nonce is ${nonce ? 'used twice' : 'missing'}`);
    }

    usedNonces.add(nonce);
    if (!(Math.abs(Date.now() - Date.parse(headers.date)) < allowedClockDifference)) {
        problems.push(`the date ${headers.date} is not now`);
    }

    const text = textToSign(request);
    const signature = crypto.createHmac('sha1', key.secret).update(text, 'utf8').digest('base64');
    if (headers.authorization !== `GenAuth ${key.id}:${signature}`) {
        problems.push(`the signature does not fit the text ${JSON.stringify(text)}`);
    }

    return problems;
}

// A list comes back as one value under its plain name, and so does a name that is given more than once.
function queryParameters(query) {
    const parameters = Object.create(null);
    for (const [name, value] of query) {
        const plain = name.endsWith('[]') ? name.slice(0, -2) : name;
        const before = parameters[plain];
        parameters[plain] = before !== undefined ? [before, value].flat() : plain === name ? value : [value];
    }

    return parameters;
}

function bodyMembers(headers, body) {
    if (!(headers['content-type'] ?? '').startsWith('application/json') || body.length === 0) {
        return {};
    }

    const value = JSON.parse(body.toString('utf8'));
    return value !== null && typeof value === 'object' ? value : {};
}
