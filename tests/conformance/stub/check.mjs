// Checks one request after the other against the document, responds with values of the document, and records every violation by operation.
import { OpenAPIBackend } from 'openapi-backend';
import addFormats from 'ajv-formats';
import { buildResponse, put } from './responses.mjs';
import { contentOf, operationsOf, resolve, strictCopy } from './document.mjs';
import { signatureProblems } from './signature.mjs';

// Headers with which the client describes its call. A handler below the SDK adds them.
export const operationHeader = 'x-conformance-operation';
export const variantHeader = 'x-conformance-variant';
export const roundHeader = 'x-conformance-round';
export const plantHeader = 'x-conformance-plant';

// No operation declares headers of its own, so this is all that may come, beside those of the security schemes.
const transportHeaders = ['host', 'accept', 'accept-encoding', 'connection', 'content-type', 'content-length', 'transfer-encoding', 'traceparent', 'user-agent'];
const sdkHeaders = ['x-genauth-sdk-version', 'x-genauth-lang', 'x-genauth-app-tenant-id'];
const signatureHeaders = ['date', 'x-genauth-signature-method', 'x-genauth-signature-version', 'x-genauth-signature-nonce'];
const controlHeaders = [operationHeader, variantHeader, roundHeader, plantHeader];

// Two operations that both clients have, while a document has a verb and path only once.
const twins = { Management_getDetail: 'Authentication_getDetail', Management_pubUserEvent: 'Authentication_pub' };
const managementSecurity = [{ signature: [] }, { managementToken: [] }];

// The exchange of an access key for a token is no operation of the document: the SDK makes it on its own.
const tokenPath = '/api/v3/get-management-token';

const pagesOfLists = 3;

export class Checker {
    #document;
    #backend;
    #operations;
    #accessKey;
    #nonces = new Set();
    #calls = new Map();
    #violations = [];

    static async create(document, accessKey) {
        const checker = new Checker();
        checker.#document = document;
        checker.#accessKey = accessKey;
        checker.#operations = operationsOf(document);
        // Quick leaves out the check of the document, which the build does, and compiles a validator when it is first needed.
        checker.#backend = new OpenAPIBackend({
            definition: strictCopy(document),
            quick: true,
            ajvOpts: { allErrors: true },
            customizeAjv: (ajv) => addFormats(ajv, ['date-time']),
        });
        await checker.#backend.init();
        return checker;
    }

    reset() {
        this.#calls.clear();
        this.#violations = [];
    }

    report() {
        const operations = [...this.#operations.keys()].map((operation) => ({ operation, calls: this.#calls.get(operation) ?? 0 }));
        return { operations, violations: this.#violations };
    }

    /** Takes a request, and gives the body of the response. */
    check(request) {
        if (request.path === tokenPath) {
            return this.#exchangeKey(request);
        }

        const { headers } = request;
        const violations = [];
        const add = (kind, text) => violations.push({ kind, text });
        let operation = this.#backend.router.matchOperation({ method: request.method, path: request.path, headers: {} });
        let meant = headers[operationHeader] ?? operation?.operationId;
        if (operation && twins[meant] === operation.operationId) {
            operation = { ...operation, security: managementSecurity };
            meant = operation.operationId;
        }

        let response = { statusCode: 404, message: 'The document has no such operation.' };
        if (operation === undefined) {
            add('path', `the document has no ${request.method} ${request.path}`);
        } else {
            this.#calls.set(operation.operationId, (this.#calls.get(operation.operationId) ?? 0) + 1);
            if (meant !== operation.operationId) {
                add('operation', `the request went to ${operation.operationId}`);
            }

            this.#checkRequest(request, operation, add);
            this.#checkHeaders(request, operation, add);
            response = this.#response(request, operation, add);
        }

        const variant = headers[variantHeader] ?? '';
        this.#violations.push(...violations.map((violation) => ({ operation: meant ?? '', variant, ...violation })));
        return response;
    }

    #exchangeKey({ method, body }) {
        const { accessKeyId, accessKeySecret, ...rest } = JSON.parse(body.toString('utf8'));
        const isRight = method === 'POST' && accessKeyId === this.#accessKey.id && accessKeySecret === this.#accessKey.secret && Object.keys(rest).length === 0;
        return isRight
            ? { statusCode: 200, message: 'Success', data: { access_token: 'management-token', expires_in: 7200 } }
            : { statusCode: 401, message: 'The exchange of the access key is not as the service wants it.' };
    }

    #checkRequest(request, operation, add) {
        const original = this.#operations.get(operation.operationId);
        const query = this.#parseQuery(request, original, add);
        const body = this.#parseBody(request, original, add);
        if (request.headers[variantHeader] === 'full') {
            this.#checkCompleteness(original, query, body, add);
        }

        // The validator works on copies: it coerces what it is given.
        const { valid, errors } = this.#backend.validator.validateRequest(
            { method: request.method, path: request.path, headers: { 'content-type': request.headers['content-type'] ?? '' }, query: structuredClone(query), body: body.value },
            operation);
        if (!valid) {
            errors.forEach((error) => add(error.instancePath.startsWith('/requestBody') ? 'body' : kindOf(error), describe(error)));
        }
    }

    // Names are taken as they are, brackets included, because that is how the document has them. Only values that are
    // spelt as their type wants them are converted, so that the validator has nothing to be lenient about.
    #parseQuery(request, operation, add) {
        const query = {};
        const parameters = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
        for (const [name, text] of request.query) {
            const parameter = parameters.find((candidate) => candidate.name === name);
            const schema = parameter && resolve(this.#document, parameter.schema).schema;
            if (schema?.type === 'array') {
                (query[name] ??= []).push(typed(resolve(this.#document, schema.items).schema, text));
            } else if (Object.hasOwn(query, name)) {
                add('query', `${name} is there more than once and is no list`);
            } else {
                const value = typed(schema, text);
                query[name] = value;
                if (schema && ['integer', 'number', 'boolean'].includes(schema.type) && typeof value === 'string') {
                    add('query', `${name} is no ${schema.type}: ${text}`);
                }
            }
        }

        return query;
    }

    #parseBody(request, operation, add) {
        const declared = contentOf(operation.requestBody);
        if (!declared) {
            if (request.body.length > 0 || request.headers['content-type']) {
                add('body', 'there is a body, and the document declares none');
            }

            return { value: undefined };
        }

        const [type, ...settings] = (request.headers['content-type'] ?? '').split(';').map((part) => part.trim());
        if (type !== declared.type) {
            add('content-type', `the body is ${type || 'of no type'} instead of ${declared.type}`);
            return { value: undefined };
        }

        try {
            switch (type) {
                case 'application/json':
                    if (settings.some((setting) => setting.toLowerCase() !== 'charset=utf-8')) {
                        add('content-type', `JSON is sent as ${request.headers['content-type']}`);
                    }

                    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(request.body)) };
                case 'application/x-www-form-urlencoded':
                    return { value: this.#parseForm(request.body.toString('utf8'), declared.schema) };
                case 'multipart/form-data':
                    return { value: this.#requireParts(request.parts, declared.schema, add) };
                default:
                    throw new Error(`The conformance test cannot read ${type}.`);
            }
        } catch (error) {
            add('body', `the body cannot be read: ${error.message}`);
            return { value: undefined };
        }
    }

    #parseForm(text, schema) {
        const { properties } = resolve(this.#document, schema).schema;
        const form = {};
        for (const [name, value] of new URLSearchParams(text)) {
            if (name.endsWith('[]')) {
                (form[name.slice(0, -2)] ??= []).push(value);
            } else {
                form[name] = typed(properties[name] && resolve(this.#document, properties[name]).schema, value);
            }
        }

        return form;
    }

    // The validator does not insist on files, so that is done here.
    #requireParts(parts, schema, add) {
        for (const name of resolve(this.#document, schema).schema.required ?? []) {
            const part = parts?.[name];
            if (!part) {
                add('body', `the part ${name} is missing`);
            } else if (!part.fileName || part.size === 0) {
                add('body', `the part ${name} is no file`);
            } else if (/=\?|\ufffd|\u00c3/.test(part.fileName)) {
                add('body', `the name of the file ${name} is garbled: ${part.fileName}`);
            }
        }

        return Object.fromEntries(Object.keys(parts ?? {}).map((name) => [name, 'a file']));
    }

    /** A call with everything has to carry everything: a member that never leaves the SDK would break no rule otherwise. */
    #checkCompleteness(operation, query, body, add) {
        for (const parameter of operation.parameters ?? []) {
            if (parameter.in === 'query' && query[parameter.name] === undefined) {
                add('incomplete', `the query lacks ${parameter.name}`);
            }
        }

        const compare = (node, value, path, ancestors) => {
            const { schema, name } = resolve(this.#document, node);
            if (name && ancestors.includes(name)) {
                return;
            }

            const next = name ? [...ancestors, name] : ancestors;
            if (schema.type === 'array' && Array.isArray(value)) {
                value.forEach((item, index) => compare(schema.items, item, `${path}/${index}`, next));
            } else if (schema.properties && value && typeof value === 'object') {
                for (const [member, property] of Object.entries(schema.properties)) {
                    if (value[member] !== undefined) {
                        compare(property, value[member], `${path}/${member}`, next);
                    } else if (!this.#leadsBack(property, next)) {
                        add('incomplete', `the body lacks ${path}/${member}`);
                    }
                }
            }
        };
        const content = contentOf(operation.requestBody);
        if (content && body.value !== undefined) {
            compare(content.schema, body.value, '', []);
        }
    }

    #leadsBack(node, ancestors) {
        const { schema, name } = resolve(this.#document, node);
        return schema.type === 'array' ? this.#leadsBack(schema.items, ancestors) : ancestors.includes(name);
    }

    #checkHeaders(request, operation, add) {
        const { headers } = request;
        const schemes = new Set(operation.security.flatMap(Object.keys));
        const own = [...schemes].map((name) => this.#document.components.securitySchemes[name]).map((scheme) => (scheme.name ?? 'authorization').toLowerCase());
        const allowed = new Set([...transportHeaders, ...sdkHeaders, ...controlHeaders, ...own, ...(schemes.has('signature') ? signatureHeaders : [])]);
        for (const name of Object.keys(headers).filter((candidate) => !allowed.has(candidate))) {
            add('header', `the header ${name} is not known`);
        }

        const sent = new Set();
        const authorization = headers.authorization ?? '';
        const isManagement = schemes.has('signature');
        if (headers['x-genauth-app-id'] && !isManagement) {
            sent.add('appId');
        }

        if (authorization.startsWith('Bearer ')) {
            sent.add(isManagement ? 'managementToken' : 'userToken');
        } else if (authorization.startsWith('Basic ')) {
            sent.add('clientBasic');
        } else if (authorization !== '') {
            sent.add('signature');
        }

        const matches = operation.security.some((alternative) => {
            const names = Object.keys(alternative);
            return names.length === sent.size && names.every((name) => sent.has(name));
        });
        if (!matches) {
            add('security', `the request carries ${[...sent].join(' and ') || 'nothing'}, which is no alternative of ${JSON.stringify(operation.security.map((alternative) => Object.keys(alternative)))}`);
        }

        if (sent.has('signature')) {
            signatureProblems(request, this.#accessKey, this.#nonces).forEach((problem) => add('signature', problem));
        }
    }

    #response({ headers }, operation, add) {
        const original = this.#operations.get(operation.operationId);
        const { schema, example } = contentOf(original.responses['200']);
        const full = headers[variantHeader] === 'full';
        const round = Number(headers[roundHeader] ?? 0);
        const response = full && round === 0 && example !== undefined ? structuredClone(example) : buildResponse(this.#document, schema, full, round);
        if (resolve(this.#document, schema).schema.properties?.statusCode?.type === 'integer') {
            response.statusCode = 200;
        }

        if (original['x-paging']?.total) {
            put(response, original['x-paging'].total, pagesOfLists * (full ? 2 : 1));
        }

        if (headers[plantHeader] === 'response') {
            response.notDeclared = true;
        }

        const { valid, errors } = this.#backend.validator.validateResponse(response, operation, 200);
        if (!valid) {
            errors.forEach((error) => add('response', describe(error)));
        }

        if (headers[plantHeader] === 'type') {
            response.data[0].notDeclared = true;
            response.message = 1;
        }

        return response;
    }
}

function typed(schema, text) {
    switch (schema?.type) {
        case 'integer':
            return /^-?\d+$/.test(text) ? Number(text) : text;
        case 'number':
            return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
        case 'boolean':
            return text === 'true' ? true : text === 'false' ? false : text;
        default:
            return text;
    }
}

function kindOf(error) {
    return error.instancePath.startsWith('/query') ? 'query' : error.instancePath.startsWith('/path') ? 'path' : 'body';
}

function describe(error) {
    const detail = error.params?.additionalProperty ?? error.params?.allowedValues?.join(', ');
    return `${error.instancePath || '/'} ${error.message}${detail === undefined ? '' : `: ${detail}`}`;
}
