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
        tri: {
            [KithTri.not_applicable]: null,
            [KithTri.no]: 'false',
            [KithTri.yes]: 'true',
            [KithTri.mixed]: 'mixed',
        },
        sorts: {
            [KithSortOrder.not_applicable]: null,
            [KithSortOrder.none]: 'none',
            [KithSortOrder.ascending]: 'ascending',
            [KithSortOrder.descending]: 'descending',
        },
        states: {
            [KithNodeState.checked]: 'aria-checked',
            [KithNodeState.selected]: 'aria-selected',
            [KithNodeState.expanded]: 'aria-expanded',
            [KithNodeState.pressed]: 'aria-pressed',
            [KithNodeState.sort]: 'aria-sort',
        },
        flagNames: {
            [KithNodeFlag.disabled]: 'aria-disabled',
            [KithNodeFlag.focusable]: 'tabindex',
            [KithNodeFlag.current]: 'aria-current',
            [KithNodeFlag.invalid]: 'aria-invalid',
            [KithNodeFlag.required]: 'aria-required',
            [KithNodeFlag.read_only]: 'aria-readonly',
            [KithNodeFlag.modal]: 'aria-modal',
            [KithNodeFlag.has_popup]: 'aria-haspopup',
            [KithNodeFlag.leaf]: null,
        },
        numberNames: {
            [KithNodeNumber.level]: 'aria-level',
            [KithNodeNumber.position]: 'aria-posinset',
            [KithNodeNumber.set_size]: 'aria-setsize',
            [KithNodeNumber.row]: 'aria-rowindex',
            [KithNodeNumber.column]: 'aria-colindex',
            [KithNodeNumber.rows]: 'aria-rowcount',
            [KithNodeNumber.columns]: 'aria-colcount',
        },

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
                KithMirror.request(id, KithNodeAction.activate);
            });
            root.addEventListener('focusin', (event) => {
                const id = KithMirror.idOf(event.target);
                if (!id || KithMirror.applying || id === KithMirror.pinned) return;
                // A text field that gets the focus is edited; all else is reached through the stage.
                const isField = KithMirror.isField(event.target);
                KithMirror.request(id, isField ? KithNodeAction.activate : KithNodeAction.focus);
                if (!isField) KithMirror.stage.focus({ preventScroll: true });
            });
            root.addEventListener('input', (event) => {
                const id = KithMirror.idOf(event.target);
                if (event.target.type === 'range')
                    KithMirror.request(id, KithNodeAction.set_value, event.target.value);
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
            KithBytes.lendText(value, (at, length) => _kith_mirror_request(KithMirror.owner, id, action, at, length));
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
                case KithChange.create:
                    KithMirror.create(id, KithMirror.roles[numbers[at]], numbers[at + 1]);
                    at += 2;
                    break;
                case KithChange.remove:
                    elements.delete(id);
                    if (id !== KithMirror.pinned) element?.remove();
                    break;
                case KithChange.order:
                    KithMirror.order(element, numbers.subarray(at + 1, at + 1 + numbers[at]));
                    at += 1 + numbers[at];
                    break;
                case KithChange.text:
                    KithMirror.text(element, numbers[at], string(at + 1));
                    at += 3;
                    break;
                case KithChange.bounds:
                    KithMirror.place(element, floats[at], floats[at + 1], floats[at + 2], floats[at + 3]);
                    at += 4;
                    break;
                case KithChange.flags:
                    KithMirror.flags(element, numbers[at]);
                    at += 1;
                    break;
                case KithChange.numbers:
                    at += KithMirror.numbers(element, numbers.subarray(at));
                    break;
                case KithChange.range:
                    KithMirror.range(element, floats[at], floats[at + 1], floats[at + 2]);
                    at += 3;
                    break;
                case KithChange.focus:
                    KithMirror.set(KithMirror.stage, 'aria-activedescendant', id ? `n${id}` : null);
                    break;
                case KithChange.announce: // here the id's place holds the politeness
                    KithMirror.announce(id === KithPoliteness.assertive ? 'assertive' : 'polite', string(at));
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
            switch (field) {
            case KithNodeText.description: return KithMirror.set(element, 'aria-description', text || null);
            case KithNodeText.shortcut: return KithMirror.set(element, 'aria-keyshortcuts', text || null);
            case KithNodeText.name: element.kithName = text; break;
            case KithNodeText.value: element.kithValue = text; break;
            }
            KithMirror.name(element);
        },
        // Name and value, wherever this element keeps them.
        name(element) {
            const { kithRole: role, kithName: name, kithValue: value } = element;
            if (KithMirror.isField(element)) {
                KithMirror.set(element, 'aria-label', name || null);
                const isEdited = element.id === `n${KithMirror.pinned}` || element.kithTyped;
                if (!isEdited && element.value !== value) element.value = value;
                return;
            }
            if (role === 'slider' || role === 'meter' || role === 'progressbar') {
                KithMirror.set(element, 'aria-label', name || null);
                return KithMirror.set(element, 'aria-valuetext', value || null);
            }
            if (role === 'link') KithMirror.set(element, 'href', /^(https?|mailto|tel):/.test(value) ? value : null);
            const isLeaf = KithMirror.has(element.kithFlags, KithNodeFlag.leaf);
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
        // Below the flags are two bits for each of the states.
        has: (flags, flag) => flags >> 2 * (KithNodeState.sort + 1) + flag & 1,
        valueOf(flag, role) {
            if (flag === KithNodeFlag.focusable) return '-1';
            if (flag === KithNodeFlag.current) return role === 'link' || role === 'button' || role === 'tab' ? 'page' : 'true';
            if (flag === KithNodeFlag.has_popup) return role === 'combobox' ? 'listbox' : 'menu';
            return 'true';
        },
        flags(element, flags) {
            const changed = flags ^ element.kithFlags;
            const role = element.kithRole;
            const isNew = !element.isConnected && element.kithFlags === 0;
            element.kithFlags = flags;
            for (const [state, name] of Object.entries(KithMirror.states)) {
                const words = Number(state) === KithNodeState.sort ? KithMirror.sorts : KithMirror.tri;
                if (changed >> 2 * state & 3) KithMirror.set(element, name, words[flags >> 2 * state & 3]);
            }
            for (const [key, name] of Object.entries(KithMirror.flagNames)) {
                const flag = Number(key), isOn = KithMirror.has(flags, flag);
                if (!name || !KithMirror.has(changed, flag)) continue;
                if (!KithMirror.isField(element) || flag !== KithNodeFlag.focusable && flag !== KithNodeFlag.read_only)
                    KithMirror.set(element, name, isOn ? KithMirror.valueOf(flag, role) : null);
                else if (flag === KithNodeFlag.read_only) element.readOnly = !!isOn;
            }
            if (isNew || KithMirror.has(changed, KithNodeFlag.leaf)) {
                if (!KithMirror.has(flags, KithNodeFlag.leaf) && element.firstChild?.nodeType === Node.TEXT_NODE) element.firstChild.remove();
                KithMirror.name(element);
            }
        },
        /** Returns how many there are. */
        numbers(element, numbers) {
            const names = Object.entries(KithMirror.numberNames);
            for (const [number, name] of names)
                if (Number(number) !== KithNodeNumber.level || element.tagName[0] !== 'H') KithMirror.set(element, name, numbers[number] || null);
            return names.length;
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

    kith_mirror_start__deps: ['$KithMirror', '$KithBytes', '$UTF8ToString'],
    kith_mirror_start: (owner) => KithMirror.start(owner),
    kith_mirror_roles: (names, length) => {
        KithMirror.roles = UTF8ToString(names, length).trim().split('\n');
    },
    kith_mirror_apply: (changes, count, texts) => KithMirror.apply(changes, count, texts),
});
