// Writes body-vectors.jsonl: bodies of signed requests and the parameters that JavaScript reads from them; where the body has half of
// a surrogate pair, also the parameters with replacement characters in its place. The tests read the file and need no Node.
// Run: node make-body-vectors.mjs [how many] [file]
import { writeFileSync } from 'node:fs';

const count = Number(process.argv[2] ?? 2000);
const file = process.argv[3] ?? new URL('body-vectors.jsonl', import.meta.url);
let state = 20260101;

// mulberry32: the same bodies in every run.
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (limit) => Math.floor(random() * limit);
const pick = (items) => items[below(items.length)];
const many = (limit, make) => Array.from({ length: below(limit + 1) }, make);

const blanks = () => (below(6) ? '' : pick([' ', '\t', '\n', '\r\n', '  ']));

// Characters as JSON spells them: plain, escaped though not necessary, lone surrogates as escapes.
const characters = [
  'a', 'b', 'Z', '0', '1', '-', '_', ' ', '&', '=', '+', '%', '/', '\\/', '\\"', '\\\\', '\\b', '\\f', '\\n', '\\r', '\\t', '\\u0000', '\\u001F',
  '\\u0061', '\\u00e9', '\\u2028', '\\ud83d\\ude00', '\\ud800', '\\udfff', '\\ude00\\ud83d', 'é', '中', '\u2028', '\u00a0', '\u007f', '\ufeff', '😀', '<', "'",
];
const text = () => `"${many(6, () => pick(characters)).join('')}"`;

const names = [
  '0', '1', '2', '9', '10', '01', '-1', '-0', '1.5', '1e3', ' 1', '+1', '4294967294', '4294967295', '4294967296', '9007199254740993', '__proto__',
  'constructor', 'toString', 'length', 'a', 'b', 'A', 'a.b', 'a[]', 'a[0]', '', 'é', 'z', 'Zeta', '_z', '\\u0031', '\\u0061', '\\ud800', '\ud83d\ude00',
];
const name = () => (below(4) ? `"${pick(names)}"` : text());

const numbers = [
  '0', '-0', '0.0', '-0.0', '0e10', '1', '-1', '1.0', '1.50', '100', '1e2', '1E+2', '1e21', '1e20', '123456789012345680000', '1e-6', '1e-7', '1.5e-7',
  '57680000000000000000000.0', '1e400', '-1e400', '1e-400', '9223372036854775807', '18446744073709551616', '9007199254740993', '0.1', '0.30000000000000004',
  '5e-324', '2.2250738585072014e-308', '1.7976931348623157e308', '1.7976931348623159e308', '4.35', '0.000001', '0.0000012345678901234567', '1e23', '8.5e22',
];
const digits = (limit) => Array.from({ length: 1 + below(limit) }, () => below(10)).join('');
const double = new DataView(new ArrayBuffer(8));
function number() {
  switch (below(5)) {
    case 0:
      return pick(numbers);
    case 1:
      return `${below(2) ? '-' : ''}${below(10)}.${digits(20)}${below(2) ? pick(['e', 'E']) + pick(['', '+', '-']) + digits(3) : ''}`;
    case 2:
      return `${1 + below(9)}${digits(30)}`;
    case 3: {
      double.setUint32(0, below(4294967296));
      double.setUint32(4, below(4294967296));
      const value = double.getFloat64(0);
      return Number.isFinite(value) ? `${value}` : '1';
    }
    default:
      return `${below(2000) - 1000}`;
  }
}

function value(depth) {
  switch (below(depth > 0 ? 8 : 5)) {
    case 0:
      return text();
    case 1:
    case 2:
      return number();
    case 3:
      return pick(['true', 'false', 'null']);
    case 4:
      return text();
    case 5:
      return list(depth - 1);
    default:
      return object(depth - 1);
  }
}
const list = (depth) => `[${blanks()}${many(4, () => value(depth) + blanks()).join(',' + blanks())}]`;
const object = (depth) =>
  `{${blanks()}${many(5, () => `${name()}${blanks()}:${blanks()}${value(depth)}${blanks()}`).join(',' + blanks())}}`;

// Powers of two are where formatters of the shortest digits go wrong.
const powers = [];
for (let exponent = -1074; exponent <= 1023; exponent += 15) {
  powers.push(`{"p":[${Array.from({ length: 15 }, (_, index) => `${2 ** (exponent + index)}`).filter((p) => p !== 'Infinity').join(',')}]}`);
}

const bodies = [
  '{}', '[]', '{"b":1,"1":2}', '{"o":{"b":1,"1":2,"0":3}}', '{"o":{"a":1,"b":2,"a":3}}', '{"a":1,"a":{"a":1}}', '["a","b"]', '[[1,2],{"1":1,"b":2,"0":0}]',
  '[1e400,-1e400]', '{"n":1e400,"l":[1e400,-1e400]}', '{"n":57680000000000000000000.0}', '{"o":{"n":57680000000000000000000.0}}', '{"o":{"__proto__":1}}',
  ' { "a" : 1 } ', ...powers,
];
while (bodies.length < count) {
  bodies.push(below(8) ? object(3) : list(3));
}

// What the service's signature covers besides path and headers, as the bytes that are hashed.
function parameters(read) {
  const pairs = Object.keys(read).sort().map((key) => `${key}=${read[key] !== null && typeof read[key] === 'object' ? JSON.stringify(read[key]) : read[key]}`);
  return Buffer.from(pairs.join('&'), 'utf8').toString('utf8');
}
const ascii = (json) => json.replace(/[\u007f-\uffff]/g, (character) => '\\u' + character.charCodeAt(0).toString(16).padStart(4, '0'));

// .NET reads and writes half of a surrogate pair as a replacement character. Replaced before the body is read: then names that
// become equal are one member.
const escapes = /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}|\\./g;
const wellFormed = (body) => body.replace(escapes, (escape) => (escape.length === 6 ? '\\ufffd' : escape));

function vector(body) {
  const [exact, replaced] = [body, wellFormed(body)].map((json) => parameters(JSON.parse(json)));
  return exact === replaced ? [body, exact] : [body, exact, replaced];
}
writeFileSync(file, bodies.map((body) => ascii(JSON.stringify(vector(body))) + '\n').join(''));
