// Builds responses from the document's schemas.
import { resolve } from './document.mjs';

const words = ['an ordinary text', 'q"\\/<>&\'+%=? \t\n', 'é 中文 😀 \u2028\u00a0', ''];
const integers = { int32: [1, 0, 2147483647, -1], int64: [1, 9007199254740991, 0, -1] };
const doubles = [1.5, 0, 0.1, 1e-7, 12345678.25];
const dates = ['2024-02-29T12:34:56.789Z', '1999-12-31T23:59:59Z', '2038-01-19T03:14:08.000Z'];
const freeForms = [{ key: 'value', list: [1, null, { deep: true }] }, 'text', 12.5, true, ['a', 'b']];

/**
 * @param full whether every declared member is filled in, or only the required ones
 * @param round chooses among the values that are possible; the first round takes the document's examples
 */
export function buildResponse(document, schema, full, round) {
    const build = (node, seed, ancestors) => {
        const { schema: inner, name } = resolve(document, node);
        if (seed === 0 && full && (node.example ?? inner.example) !== undefined && !inner.properties) {
            return node.example ?? inner.example;
        }

        if (inner.enum) {
            return inner.enum[seed % inner.enum.length];
        }

        if (node.nullable && seed % 3 === 2) {
            return null;
        }

        switch (inner.type) {
            case 'object':
                return inner.properties ? members(inner, seed, name ? [...ancestors, name] : ancestors) : full ? { free: 'form', at: [seed] } : {};
            case 'array':
                return items(inner, seed, ancestors);
            case 'integer':
                return within(inner, integers[inner.format ?? 'int32'], seed);
            case 'number':
                return doubles[seed % doubles.length];
            case 'boolean':
                return seed % 2 === 0;
            case 'string':
                return text(inner, seed);
            case undefined:
                return freeForms[seed % freeForms.length];
            default:
                throw new Error(`The conformance test cannot make a value of type ${inner.type}.`);
        }
    };

    const members = (inner, seed, ancestors) => {
        const result = {};
        for (const [name, property] of Object.entries(inner.properties)) {
            const required = inner.required?.includes(name) ?? false;
            if (required || (full && !isRecursion(property, ancestors))) {
                result[name] = build(property, seed, ancestors);
            }
        }

        return result;
    };

    const items = (inner, seed, ancestors) => {
        const count = isRecursion(inner.items, ancestors) ? 0 : Math.min(Math.max(full ? 2 : 1, inner.minItems ?? 0), inner.maxItems ?? Infinity);
        return Array.from({ length: count }, (_, index) => build(inner.items, seed + index, ancestors));
    };

    const isRecursion = (node, ancestors) => {
        const { schema: inner, name } = resolve(document, node);
        return inner.type === 'array' ? isRecursion(inner.items, ancestors) : ancestors.includes(name);
    };

    return build(schema, round, []);
}

/** Puts a value at a dotted path; nothing happens where the path does not lead. */
export function put(response, path, value) {
    const steps = path.split('.');
    const last = steps.pop();
    const owner = steps.reduce((node, step) => node?.[step], response);
    if (owner && typeof owner === 'object') {
        owner[last] = value;
    }
}

function within(schema, values, seed) {
    const possible = values.filter((value) => value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity));
    return possible.length > 0 ? possible[seed % possible.length] : (schema.minimum ?? schema.maximum);
}

function text(schema, seed) {
    if (schema.format === 'date-time') {
        return dates[seed % dates.length];
    }

    const value = [...words[seed % words.length].padEnd(schema.minLength ?? 0, 'x')];
    return value.slice(0, schema.maxLength ?? value.length).join('');
}
