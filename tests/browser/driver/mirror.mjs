// What runs inside the page: reads the mirror (and any plain HTML beside it) as assistive technology
// would, by role and accessible name. Each function is sent as text, so it stands on its own.

/**
 * Finds nodes. `path` is a list of steps { role, name, pattern, flags, nth, states }, each looked for
 * inside what the one before it found; `role` may be null for any. Returns what is known of each.
 */
export function find(path) {
    const implicit = {
        button: 'button', h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading',
        p: 'paragraph', main: 'main', progress: 'progressbar', textarea: 'textbox', ul: 'list', li: 'listitem', nav: 'navigation',
        a: 'link', select: 'combobox',
    };
    const inputs = { checkbox: 'checkbox', radio: 'radio', range: 'slider', number: 'spinbutton', search: 'searchbox', button: 'button', file: null, hidden: null };
    const fromContent = new Set(['button', 'cell', 'checkbox', 'columnheader', 'gridcell', 'heading', 'link', 'menuitem',
        'menuitemcheckbox', 'option', 'radio', 'row', 'rowheader', 'switch', 'tab', 'tooltip', 'treeitem', 'paragraph', 'note',
        'term', 'listitem', 'status', 'alert', 'timer']);
    const clean = (text) => text.replace(/\u200B/g, '').replace(/\s+/g, ' ').trim();
    const roleOf = (element) => {
        const given = element.getAttribute('role');
        if (given) return given;
        const tag = element.localName;
        if (tag === 'input') return element.type in inputs ? inputs[element.type] : 'textbox';
        return implicit[tag] ?? null;
    };
    const nameOf = (element, role) => {
        const label = element.getAttribute('aria-label');
        if (label !== null) return clean(label);
        const by = element.getAttribute('aria-labelledby');
        if (by) return clean(by.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' '));
        if (element.labels?.length) return clean(element.labels[0].textContent);
        if (fromContent.has(role)) return clean(element.textContent);
        return clean(element.getAttribute('title') ?? '');
    };
    const matches = (step, role, element) => {
        if (step.role !== null && role !== step.role) return false;
        if (step.name !== undefined && nameOf(element, role) !== step.name) return false;
        if (step.pattern !== undefined && !new RegExp(step.pattern, step.flags).test(nameOf(element, role))) return false;
        for (const [state, value] of Object.entries(step.states ?? {})) {
            const is = state === 'level' && /^h\d$/.test(element.localName) ? element.localName[1] : element.getAttribute(`aria-${state}`);
            if ((is ?? 'false') !== String(value)) return false;
        }
        return true;
    };
    let roots = document.body ? [document.body] : [];
    for (const step of path) {
        const found = [];
        for (const root of roots)
            for (const element of root.querySelectorAll('*')) {
                const role = roleOf(element);
                if (role === null || found.includes(element) || !matches(step, role, element)) continue;
                if (!element.closest('[hidden]')) found.push(element);
            }
        roots = step.nth === undefined ? found : found.slice(step.nth).slice(0, 1);
    }
    const modal = [...document.querySelectorAll('[aria-modal="true"]')].filter((dialog) => !dialog.closest('[hidden]')).pop();
    return roots.map((element) => {
        const box = element.getBoundingClientRect();
        const role = roleOf(element);
        const states = {};
        for (const { name, value } of element.attributes) if (name.startsWith('aria-')) states[name.slice(5)] = value;
        return {
            id: element.id,
            role,
            name: nameOf(element, role),
            value: 'value' in element && element.localName !== 'button' ? String(element.value)
                : element.getAttribute('aria-valuetext') ?? element.getAttribute('aria-valuenow') ?? clean(element.textContent),
            text: clean(element.textContent),
            description: element.getAttribute('aria-description') ?? '',
            states,
            focused: document.activeElement === element
                || document.activeElement?.getAttribute('aria-activedescendant') === element.id && element.id !== '',
            edited: document.activeElement === element && (element.localName === 'input' || element.localName === 'textarea') && !element.readOnly,
            covered: !!modal && !modal.contains(element) && !element.contains(modal),
            box: { left: box.left, top: box.top, right: box.right, bottom: box.bottom },
            frames: globalThis.kith?.frames ?? 0,
            width: innerWidth,
            height: innerHeight,
        };
    });
}

/** The tree as text, for a person who looks for why a test failed. */
export function tree() {
    const lines = [];
    const walk = (element, depth) => {
        if (element.hidden) return;
        const role = element.getAttribute('role') ?? (element.id.startsWith('n') || element.closest('.page') ? element.localName : null);
        const next = role ? depth + 1 : depth;
        if (role) {
            const box = element.getBoundingClientRect();
            const label = element.getAttribute('aria-label') ?? (element.children.length ? '' : element.textContent);
            const states = [...element.attributes].filter(({ name }) => name.startsWith('aria-') && name !== 'aria-label')
                .map(({ name, value }) => `${name.slice(5)}=${value}`);
            if (element.localName === 'input' || element.localName === 'textarea') states.unshift(`value=${JSON.stringify(element.value)}`);
            if (document.activeElement === element) states.push('FOCUS');
            const place = box.width ? `${Math.round(box.left)},${Math.round(box.top)} ${Math.round(box.width)}×${Math.round(box.height)}` : 'off screen';
            lines.push(`${'  '.repeat(depth)}${role} ${JSON.stringify(label.trim().slice(0, 120))} ${states.join(' ')} (${place})`);
        }
        for (const child of element.children) walk(child, next);
    };
    walk(document.body, 0);
    return `${location.href} “${document.title}”\n${lines.join('\n')}`;
}
