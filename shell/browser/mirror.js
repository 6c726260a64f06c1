// The DOM side of mirror.cpp: applies one frame's changes, and passes on what is done to an element.
//
// Elements are made for meaning, not for looks: headings, links, ranges and text fields are real ones,
// the rest carry a role. The pointer goes through all of them to the canvas. A click that arrives here
// was dispatched by assistive technology or a script.

addToLibrary({
    $KithMirror: {
        owner: 0,
        root: null,
        stage: null,
        roles: [],
        elements: new Map(),
        // The field that is being edited (text_field.js): never moved or removed, that would end the editing.
        pinned: 0,
        applying: false,
        turn: 0,

        // Roles whose content is their name, when they have no children.
        wordy: ['heading', 'paragraph', 'note', 'term', 'cell', 'gridcell', 'columnheader', 'rowheader',
            'listitem', 'link', 'option', 'tab', 'button', 'menuitem', 'menuitemcheckbox', 'status', 'tooltip',
            'alert', 'treeitem', 'timer'],
        fields: ['textbox', 'searchbox', 'spinbutton'],
        action: { activate: 0, focus: 1, scrollIntoView: 2, increment: 3, decrement: 4, setValue: 5 },
        tri: [null, 'false', 'true', 'mixed'],
        sorts: [null, 'none', 'ascending', 'descending'],

        start(owner) {
            KithMirror.owner = owner;
            KithMirror.root = document.getElementById('mirror');
            KithMirror.stage = document.getElementById('stage');
            KithMirror.elements.set(0, KithMirror.root);
            const root = KithMirror.root;
            root.addEventListener('click', (event) => {
                const id = KithMirror.idOf(event.target);
                if (!id || id === KithMirror.pinned) return;
                event.preventDefault();
                KithMirror.request(id, KithMirror.action.activate);
            });
            root.addEventListener('focusin', (event) => {
                const id = KithMirror.idOf(event.target);
                if (!id || KithMirror.applying || id === KithMirror.pinned) return;
                // A text field that gets the focus is edited; all else is reached through the stage.
                const isField = KithMirror.isField(event.target);
                KithMirror.request(id, isField ? KithMirror.action.activate : KithMirror.action.focus);
                if (!isField) KithMirror.stage.focus({ preventScroll: true });
            });
            root.addEventListener('input', (event) => {
                const id = KithMirror.idOf(event.target);
                if (event.target.type === 'range')
                    KithMirror.request(id, KithMirror.action.setValue, event.target.value);
            });
        },
        idOf(element) {
            const node = element.closest('[id^="n"]');
            return node ? Number(node.id.slice(1)) : 0;
        },
        isField(element) {
            return element.tagName === 'TEXTAREA' || (element.tagName === 'INPUT' && ['text', 'password'].includes(element.type));
        },
        request(id, action, value = '') {
            const text = stringToNewUTF8(value);
            _kith_mirror_request(KithMirror.owner, id, action, text, lengthBytesUTF8(value));
            _free(text);
        },

        apply(changes, count, texts) {
            const numbers = HEAP32.subarray(changes >> 2, (changes >> 2) + count);
            const floats = HEAPF32.subarray(changes >> 2, (changes >> 2) + count);
            const string = (at) => UTF8ToString(texts + numbers[at], numbers[at + 1]);
            const { elements } = KithMirror;
            KithMirror.applying = true;
            for (let at = 0; at < count;) {
                const change = numbers[at];
                const id = numbers[at + 1] >>> 0;
                const element = elements.get(id);
                at += 2;
                switch (change) {
                case 0: // create
                    KithMirror.create(id, KithMirror.roles[numbers[at]], numbers[at + 1]);
                    at += 2;
                    break;
                case 1: // remove
                    elements.delete(id);
                    if (id !== KithMirror.pinned) element?.remove();
                    break;
                case 2: // order
                    KithMirror.order(element, numbers.subarray(at + 1, at + 1 + numbers[at]));
                    at += 1 + numbers[at];
                    break;
                case 3: // text
                    KithMirror.text(element, numbers[at], string(at + 1));
                    at += 3;
                    break;
                case 4: // bounds
                    KithMirror.place(element, floats[at], floats[at + 1], floats[at + 2], floats[at + 3]);
                    at += 4;
                    break;
                case 5: // flags
                    KithMirror.flags(element, numbers[at]);
                    at += 1;
                    break;
                case 6: // numbers
                    KithMirror.numbers(element, numbers, at);
                    at += 7;
                    break;
                case 7: // range
                    KithMirror.range(element, floats[at], floats[at + 1], floats[at + 2]);
                    at += 3;
                    break;
                case 8: // focus
                    KithMirror.set(KithMirror.stage, 'aria-activedescendant', id ? `n${id}` : null);
                    break;
                case 9: // announce: here the id's place holds the politeness
                    KithMirror.announce(id ? 'assertive' : 'polite', string(at));
                    at += 2;
                    break;
                }
            }
            KithMirror.applying = false;
        },

        create(id, role, detail) {
            const before = KithMirror.elements.get(id);
            let element;
            if (role === 'heading' && detail >= 1 && detail <= 6) element = document.createElement(`h${detail}`);
            else if (role === 'link') element = document.createElement('a');
            else if (KithMirror.fields.includes(role) || (role === 'combobox' && detail))
                element = document.createElement(detail === 2 ? 'textarea' : 'input');
            else if (role === 'slider') element = document.createElement('input');
            else element = document.createElement('div');
            if (role === 'slider') element.type = 'range';
            else if (element.tagName === 'INPUT') element.type = 'text';
            if (element.tagName === 'INPUT' || element.tagName === 'TEXTAREA') element.tabIndex = -1;
            element.id = `n${id}`;
            // Native elements have their role; a link without an address has none.
            const native = element.tagName[0] === 'H' || role === 'slider' || role === 'textbox';
            if (!native) element.setAttribute('role', role);
            element.kithRole = role;
            element.kithFlags = 0;
            element.kithName = '';
            element.kithValue = '';
            if (before) {
                for (const child of [...before.children]) element.appendChild(child);
                before.replaceWith(element);
            }
            KithMirror.elements.set(id, element);
        },
        // Puts the children in order with few moves, and without ever moving the pinned element.
        order(parent, ids) {
            const pinned = KithMirror.pinned ? document.getElementById(`n${KithMirror.pinned}`) : null;
            const wanted = [];
            for (const id of ids) {
                const child = KithMirror.elements.get(id >>> 0);
                if (child) wanted.push(child);
            }
            const keep = new Set(wanted);
            for (const child of [...parent.children])
                if (!keep.has(child) && child.parentNode === parent && !(pinned && child === pinned)) child.remove();
            let cursor = parent.firstElementChild;
            for (const child of wanted) {
                if (child === cursor) {
                    cursor = cursor.nextElementSibling;
                    continue;
                }
                if (pinned && child.parentNode === parent && child.contains(pinned)) {
                    while (cursor !== child) {
                        const passed = cursor;
                        cursor = cursor.nextElementSibling;
                        parent.appendChild(passed);
                    }
                    cursor = cursor.nextElementSibling;
                    continue;
                }
                parent.insertBefore(child, cursor);
            }
        },
        text(element, field, text) {
            if (field === 2) return KithMirror.set(element, 'aria-description', text || null);
            if (field === 3) return KithMirror.set(element, 'aria-keyshortcuts', text || null);
            if (field === 0) element.kithName = text;
            else element.kithValue = text;
            KithMirror.name(element);
        },
        // Name and value, wherever this element keeps them.
        name(element) {
            const { kithRole: role, kithName: name, kithValue: value } = element;
            if (KithMirror.isField(element)) {
                KithMirror.set(element, 'aria-label', name || null);
                if (element.id !== `n${KithMirror.pinned}` && element.value !== value) element.value = value;
                return;
            }
            if (role === 'slider' || role === 'meter' || role === 'progressbar') {
                KithMirror.set(element, 'aria-label', name || null);
                return KithMirror.set(element, 'aria-valuetext', value || null);
            }
            if (role === 'link') KithMirror.set(element, 'href', /^(https?|mailto|tel):/.test(value) ? value : null);
            const isLeaf = element.kithFlags >> 18 & 1;
            const isWordy = isLeaf && KithMirror.wordy.includes(role);
            const words = role === 'combobox' || role === 'timer' ? value : isWordy ? name || value : '';
            KithMirror.set(element, 'aria-label', isWordy || !name ? null : name);
            if (isLeaf && element.textContent !== words) element.textContent = words;
            element.classList.toggle('words', words !== '');
        },
        place(element, left, top, width, height) {
            if (element.id === `n${KithMirror.pinned}`) return;
            const { style } = element;
            style.left = `${left}px`;
            style.top = `${top}px`;
            style.width = `${width}px`;
            style.height = `${height}px`;
        },
        // In the layout of flags_of() in mirror.cpp.
        flags(element, flags) {
            const changed = flags ^ element.kithFlags;
            const role = element.kithRole;
            const isNew = !element.isConnected && element.kithFlags === 0;
            element.kithFlags = flags;
            ['aria-checked', 'aria-selected', 'aria-expanded', 'aria-pressed'].forEach((name, i) => {
                if (changed >> i * 2 & 3) KithMirror.set(element, name, KithMirror.tri[flags >> i * 2 & 3]);
            });
            if (changed >> 8 & 3) KithMirror.set(element, 'aria-sort', KithMirror.sorts[flags >> 8 & 3]);
            const yes = (bit) => flags >> bit & 1;
            const flag = (bit, name, value = 'true') => {
                if (changed >> bit & 1) KithMirror.set(element, name, yes(bit) ? value : null);
            };
            flag(10, 'aria-disabled');
            if (!KithMirror.isField(element)) flag(11, 'tabindex', '-1');
            flag(12, 'aria-current', role === 'link' || role === 'button' || role === 'tab' ? 'page' : 'true');
            flag(13, 'aria-invalid');
            flag(14, 'aria-required');
            if (KithMirror.isField(element)) element.readOnly = !!yes(15);
            else flag(15, 'aria-readonly');
            flag(16, 'aria-modal');
            flag(17, 'aria-haspopup', role === 'combobox' ? 'listbox' : 'menu');
            if (isNew || changed >> 18 & 1) {
                if (!yes(18) && element.firstChild?.nodeType === Node.TEXT_NODE) element.firstChild.remove();
                KithMirror.name(element);
            }
        },
        numbers(element, numbers, at) {
            const names = ['aria-level', 'aria-posinset', 'aria-setsize', 'aria-rowindex', 'aria-colindex',
                'aria-rowcount', 'aria-colcount'];
            names.forEach((name, i) => {
                if (name === 'aria-level' && element.tagName[0] === 'H') return;
                KithMirror.set(element, name, numbers[at + i] || null);
            });
        },
        range(element, minimum, maximum, now) {
            if (element.type === 'range') {
                element.min = minimum;
                element.max = maximum;
                element.step = 'any';
                element.value = now;
                return;
            }
            KithMirror.set(element, 'aria-valuemin', minimum);
            KithMirror.set(element, 'aria-valuemax', maximum);
            KithMirror.set(element, 'aria-valuenow', now);
        },
        announce(region, text) {
            // The same words twice are two announcements: an invisible difference makes them a change.
            document.getElementById(region).textContent = text + '\u200B'.repeat(KithMirror.turn++ % 2);
        },
        set(element, name, value) {
            if (value === null) element.removeAttribute(name);
            else element.setAttribute(name, value);
        },
    },

    kith_mirror_start__deps: ['$KithMirror', '$stringToNewUTF8', '$lengthBytesUTF8', '$UTF8ToString', 'free'],
    kith_mirror_start: (owner) => KithMirror.start(owner),
    kith_mirror_roles: (names, length) => {
        KithMirror.roles = UTF8ToString(names, length).trim().split('\n');
    },
    kith_mirror_apply: (changes, count, texts) => KithMirror.apply(changes, count, texts),
});
