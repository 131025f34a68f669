// The API document, and a strict copy of it in which nothing undeclared is allowed.
import fs from 'node:fs';

const verbs = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

export function readDocument(path) {
    return JSON.parse(fs.readFileSync(path, 'utf8'));
}

/** Forbids members that are not declared. A schema without declared members is free-form and stays open. */
export function strictCopy(document) {
    const copy = structuredClone(document);
    const close = (node) => {
        if (node === null || typeof node !== 'object') {
            return;
        }

        if (node.type === 'object' && node.properties && !Array.isArray(node.properties)) {
            node.additionalProperties = false;
        }

        Object.values(node).forEach(close);
    };
    close(copy.components.schemas);
    close(copy.paths);
    return copy;
}

/** All operations by their operationId. */
export function operationsOf(document) {
    const operations = new Map();
    for (const [path, item] of Object.entries(document.paths)) {
        for (const verb of verbs.filter((name) => item[name])) {
            operations.set(item[verb].operationId, { ...item[verb], path, verb });
        }
    }

    return operations;
}

/** The schema without a reference or a single allOf around it, and its name. */
export function resolve(document, schema) {
    let name;
    for (;;) {
        const reference = schema.$ref ?? (schema.allOf?.length === 1 ? schema.allOf[0].$ref : undefined);
        if (reference === undefined) {
            return { schema, name };
        }

        name = reference.split('/').at(-1);
        schema = document.components.schemas[name];
    }
}

/** The one content of a request or response: its media type and schema. */
export function contentOf(body) {
    const entry = Object.entries(body?.content ?? {})[0];
    return entry && { type: entry[0], ...entry[1] };
}
