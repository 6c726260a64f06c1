// Reads border.h and holds the scripts against it: node border.mjs [--part] --include DIR --acorn DIR HEADER OUT SCRIPT…
//
// Writes into OUT
//   border.js        the constants of the scripts, a library of Emscripten's to be read ahead of them
//   border.exports   what the program exports: all of the table, or with --part what these scripts call
//   border.cpp       proves that the compiler gives each constant the number that the scripts have
//   border.d         what it has read, for Ninja
// or else says what does not fit, one a line. With --part the scripts need not be all that there are.
//
// --include is where the #include lines of border.h begin; --acorn where acorn may be found, which reads
// JavaScript for Emscripten, too.

import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values: given, positionals: [header, out, ...scripts] } = parseArgs({
    allowPositionals: true,
    options: { part: { type: 'boolean' }, include: { type: 'string' }, acorn: { type: 'string' } },
});
const problems = [];
const problem = (file, line, text) => problems.push(`${basename(file)}:${line}: ${text}`);

const { enumerations, layouts, functions, included } = readHeader();
const constants = new Map([...enumerations, ...layouts].map(([name, { numbers }]) => [`Kith${name}`, numbers]));
const called = new Set(), answered = new Set();
const parse = findParser();
for (const script of scripts) readScript(script);
readSources();
if (!given.part)
    for (const [name, { isAnswered, line }] of functions) {
        if (isAnswered && !answered.has(name)) problem(header, line, `no script answers ${name}`);
        if (!isAnswered && !called.has(name)) problem(header, line, `no script calls ${name}`);
    }
if (problems.length) {
    process.stderr.write(`The two sides of ${header} do not fit:\n${problems.map((text) => `  ${text}\n`).join('')}`);
    process.exit(1);
}
mkdirSync(out, { recursive: true });
const write = (name, lines) => writeFileSync(join(out, name), lines.flat().map((line) => `${line}\n`).join(''));
write('border.js', library());
write('border.exports', ['_main', ...[...functions].filter(([name, { isAnswered }]) => !isAnswered && (!given.part || called.has(name))).map(([name]) => `_${name}`)]);
write('border.cpp', proof());
write('border.d', [`${join(out, 'border.js')}: ${included.join(' ')}`]);

// The header ----------------------------------------------------------------------------------------------

/** With comments and literals blank, and everything else where it was. */
function plain(text) {
    return text.replace(/\/\/[^\n]*|"(?:\\.|[^"\\\n])*"/g, (found) => ' '.repeat(found.length));
}
function lineOf(text, at) {
    return text.slice(0, at).split('\n').length;
}

function readHeader() {
    const source = readFileSync(header, 'utf8'), text = plain(source);
    const read = { enumerations: new Map(), layouts: new Map(), functions: new Map() };
    const enumeration = (cpp, body, file, line) => {
        const names = body.split(',').map((each) => each.trim()).filter(Boolean);
        for (const name of names) if (!/^\w+$/.test(name)) problem(file, line, `${cpp}: “${name}” is more than a name`);
        read.enumerations.set(cpp.replace(/^ui::/, '').replaceAll('::', ''), { cpp, numbers: Object.fromEntries(names.map((name, i) => [/^\w*/.exec(name)[0], i])) });
    };
    read.included = [...source.matchAll(/^#include "([^"]+)"/gm)].map(([, name]) => join(given.include, name)).filter(existsSync);
    for (const path of /using Shared =\s*Names<([^>]*)>/.exec(text)[1].split(',').map((each) => each.trim())) {
        const [file, found] = findEnumeration(path.replace(/^ui::/, ''), read.included);
        if (found) enumeration(path, found, file, 1);
        else problem(header, 1, `no header that it includes has ${path}`);
    }
    for (const { 1: name, 2: body, index } of text.matchAll(/\nenum class (\w+)[^{;]*\{([^}]*)\};/g))
        enumeration(name, body, header, lineOf(text, index + 1));
    for (const { 1: name, 2: body, index } of text.matchAll(/\nstruct (\w+) \{\n([^]*?)\n\};/g))
        read.layouts.set(name, layoutOf(name, body, lineOf(text, index + 1), read.enumerations));
    for (const { 1: side, 2: name, 3: list, index } of text.matchAll(/\nTO_(SCRIPT|PROGRAM)\s[^;(]*?(\w+)\(([^)]*)\);/g))
        read.functions.set(name, { isAnswered: side === 'SCRIPT', count: list.trim() ? list.split(',').length : 0, line: lineOf(text, index + 1) });
    return read;
}
/** The enumeration A, or B of the class A: the file and what is between its braces. */
function findEnumeration(path, files) {
    const [outer, inner] = path.split('::');
    for (const file of files) {
        const text = plain(readFileSync(file, 'utf8'));
        const place = inner ? new RegExp(`\\n(?:struct|class) ${outer} \\{([^]*?)\\n\\};`).exec(text)?.[1] : text;
        const found = new RegExp(`\\benum class ${inner ?? outer}\\b[^{;]*\\{([^}]*)\\}`).exec(place ?? '');
        if (found) return [file, found[1]];
    }
    return [];
}
/** A struct of words of four bytes: the number of each one's first word. */
function layoutOf(cpp, body, line, known) {
    const numbers = {};
    let words = 0;
    for (const declaration of body.split(';').map((each) => each.trim())) {
        if (!declaration || /\boperator\b/.test(declaration)) continue;
        const [, type, members] = /^((?:const )?[\w:]+\b\s*\*?)\s*(.*)$/s.exec(declaration);
        const isWord = type.endsWith('*') || known.has(type.trim()) || ['float', 'std::int32_t', 'std::uint32_t'].includes(type.trim());
        if (!isWord) problem(header, line, `${cpp}: “${declaration}” is not of four bytes`);
        for (const member of members.split(',')) {
            const [, name, count = '1'] = /^\s*(\w+)(?:\[(\d+)\])?/.exec(member);
            numbers[name] = words;
            words += Number(count);
        }
    }
    return { cpp, numbers, words };
}

// The scripts ---------------------------------------------------------------------------------------------

function findParser() {
    const places = [given.acorn && join(given.acorn, 'node_modules/'), '/usr/share/nodejs/', import.meta.filename].filter(Boolean);
    for (const place of places)
        try {
            return createRequire(resolve(place, 'x.js'))('acorn').parse;
        } catch { /* the next place */ }
    process.stderr.write('border.mjs: acorn is missing, which comes with Emscripten\n');
    return process.exit(1);
}

function* nodesIn(node, parent = null) {
    yield [node, parent];
    for (const child of Object.values(node).flat())
        if (typeof child?.type === 'string') yield* nodesIn(child, node);
}
/** [KithX, name] for KithX.name. */
function constantIn(node) {
    const isOne = node?.type === 'MemberExpression' && !node.computed && constants.has(node.object.name);
    return isOne ? [node.object.name, node.property.name] : [];
}

function readScript(script) {
    const tree = parse(readFileSync(script, 'utf8'), { ecmaVersion: 'latest', locations: true });
    const here = (node, text) => problem(script, node.loc.start.line, text);
    /** Whoever speaks of some enumerators speaks of all. */
    const complete = (node, spoken) => {
        const [kind] = spoken.find(([name]) => name) ?? [];
        if (!kind || !enumerations.has(kind.slice(4))) return;
        const left = Object.keys(constants.get(kind)).filter((name) => !spoken.some(([, each]) => each === name));
        if (left.length) here(node, `${left.map((name) => `${kind}.${name}`).join(' and ')} not handled`);
    };
    for (const [node, parent] of nodesIn(tree)) {
        const [kind, name] = constantIn(node);
        if (kind && !(name in constants.get(kind))) here(node, `there is no ${kind}.${name}`);
        if (node.type === 'SwitchStatement') complete(node, node.cases.map(({ test }) => constantIn(test)));
        if (node.type === 'ObjectExpression') complete(node, node.properties.filter(({ computed }) => computed).map(({ key }) => constantIn(key)));
        if (node.type !== 'Identifier') continue;
        if (constants.has(node.name) && !(parent.type === 'MemberExpression' && !parent.computed && parent.object === node))
            here(node, `${node.name} is there for its names alone`);
        if (node.name.startsWith('_kith_')) {
            const expected = functions.get(node.name.slice(1));
            called.add(node.name.slice(1));
            if (expected?.isAnswered !== false) here(node, `${node.name} is not in border.h`);
            else if (parent.type !== 'CallExpression' || parent.callee !== node) here(node, `${node.name} is used, but not called`);
            else if (parent.arguments.length !== expected.count || parent.arguments.some(({ type }) => type === 'SpreadElement'))
                here(node, `${node.name} is called with ${parent.arguments.length} arguments instead of ${expected.count}`);
        }
        if (/^kith_\w*$/.test(node.name) && parent.type === 'Property' && parent.key === node && !node.name.includes('__')) {
            const expected = functions.get(node.name);
            if (answered.has(node.name)) here(node, `${node.name} is answered twice`);
            answered.add(node.name);
            if (!expected?.isAnswered) here(node, `${node.name} is not in border.h`);
            else if (!parent.value.params) here(node, `${node.name} is no function`);
            else if (parent.value.params.length !== expected.count || parent.value.params.some(({ type }) => type !== 'Identifier'))
                here(node, `${node.name} takes ${parent.value.params.length} arguments instead of ${expected.count}`);
        }
    }
}

/** What C++ gets by another way than the table. */
function readSources() {
    const folder = dirname(header);
    for (const name of readdirSync(folder, { recursive: true }).filter((entry) => /\.(cpp|h)$/.test(entry) && entry !== basename(header))) {
        const text = plain(readFileSync(join(folder, name), 'utf8'));
        for (const { 0: word, index } of text.matchAll(/\b(?:EMSCRIPTEN_KEEPALIVE|EM_JS|EM_ASM|EM_ASYNC_JS|kith_\w+)\b/g))
            if (!functions.has(word)) problem(name, lineOf(text, index), `${word} is not in border.h`);
    }
}

// What is made of it --------------------------------------------------------------------------------------

function library() {
    const names = [...constants.keys()];
    return [
        '// Made by border.mjs from border.h.',
        [...constants].map(([name, numbers]) => `var ${name} = { ${Object.entries(numbers).map(([each, number]) => `${each}: ${number}`).join(', ')} };`),
        `addToLibrary({ ${names.map((name) => `$${name}: ${name}`).join(', ')} });`,
        '// First of all, so that terser sees what they are and puts the numbers in their places.',
        `DEFAULT_LIBRARY_FUNCS_TO_INCLUDE.unshift(${names.map((name) => `'$${name}'`).join(', ')});`,
    ];
}
function proof() {
    return [
        '// Made by border.mjs from border.h, to be compiled only.',
        `#include "${basename(dirname(resolve(header)))}/${basename(header)}"`,
        'namespace kith::browser {',
        [...enumerations].map(([name, { cpp, numbers }]) => [
            `[[maybe_unused]] constexpr bool has_all_of_${name}(${cpp} value) {`,
            '    switch (value) {',
            Object.entries(numbers).map(([each, number]) => [
                `        static_assert(static_cast<int>(${cpp}::${each}) == ${number});`,
                `        case ${cpp}::${each}: return true;`,
            ]),
            '    }', '    return false;', '}',
        ].flat(2)).flat(),
        [...layouts].map(([, { cpp, numbers, words }]) => [
            `static_assert(sizeof(${cpp}) == ${words * 4});`,
            ...Object.entries(numbers).map(([each, number]) => `static_assert(offsetof(${cpp}, ${each}) == ${number * 4});`),
        ]).flat(),
        '}  // namespace kith::browser',
    ];
}
