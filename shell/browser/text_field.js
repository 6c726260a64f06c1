// The DOM side of text_field.cpp: turns the mirror's element for a field into the one that is edited.

addToLibrary({
    $KithField: {
        owner: 0,
        id: 0,
        element: null,
        initial: '',
        lastPress: { x: -1, y: -1, time: 0 },
        // In the order of ui::TextEvent.
        event: { changed: 0, accepted: 1, left: 2, cancelled: 3, next: 4, previous: 5, up: 6, down: 7, pageUp: 8,
            pageDown: 9 },
        // In the order of ui::InputKind: inputmode, autocapitalize, spelling, enterkeyhint, and what a password
        // manager may fill in.
        kinds: [
            ['text', 'sentences', true, 'done'],
            ['email', 'none', false, 'done'],
            ['tel', 'none', false, 'done'],
            ['url', 'none', false, 'done'],
            ['search', 'none', false, 'search'],
            ['text', 'none', false, 'done'],
            ['decimal', 'none', false, 'done'],
            ['text', 'none', false, 'done', 'current-password'],
            ['text', 'none', false, 'done', 'new-password'],
        ],

        start(owner) {
            KithField.owner = owner;
            globalThis.kith.leaving = () => {
                if (!KithField.id) return;
                KithField.send(KithField.event.left);
                KithFrames.now();
                KithFrames.now();
            };
            addEventListener('pointerdown', (event) => {
                KithField.lastPress = { x: event.clientX, y: event.clientY, time: performance.now() };
            }, { capture: true, passive: true });
            const { root } = KithMirror;
            root.addEventListener('input', (event) => {
                if (KithMirror.isField(event.target))
                    KithField.send(KithField.event.changed, event.target.value, KithMirror.idOf(event.target));
            });
            root.addEventListener('keydown', (event) => {
                if (KithMirror.isField(event.target)) KithField.key(event);
            });
            // Keys typed into a field are no business of the canvas behind it.
            for (const kind of ['keydown', 'keyup', 'keypress'])
                root.addEventListener(kind, (event) => {
                    if (KithMirror.isField(event.target)) event.stopPropagation();
                });
            root.addEventListener('focusout', (event) => {
                // The window losing the focus is no leaving: it comes back to the same field.
                if (event.target === KithField.element && !KithMirror.applying && document.hasFocus())
                    KithField.send(KithField.event.left, event.target.value);
            });
            // What lies behind the field goes on seeing the pointer and the wheel.
            for (const [kind, Kind] of [['mousemove', MouseEvent], ['wheel', WheelEvent]])
                root.addEventListener(kind, (event) => {
                    if (event.ctrlKey) return;
                    if (kind === 'wheel' && event.target.scrollHeight > event.target.clientHeight + 1
                        && event.target.tagName === 'TEXTAREA') return;
                    document.getElementById('canvas').dispatchEvent(new Kind(kind, event));
                }, { passive: true });
        },
        send(event, text = KithField.element.value, id = KithField.id) {
            const bytes = stringToNewUTF8(text);
            _kith_field_event(KithField.owner, id, event, bytes, lengthBytesUTF8(text));
            _free(bytes);
        },
        key(event) {
            const { element } = KithField;
            // An input method is at work: its Enter chooses a candidate.
            if (event.isComposing || event.keyCode === 229 || event.target !== element) return;
            const command = KithInput.isMac ? event.metaKey : event.ctrlKey;
            const isLong = element.tagName === 'TEXTAREA';
            const take = (kind) => {
                event.preventDefault();
                KithField.send(KithField.event[kind]);
                // The next key belongs to what has the focus then, however slow frames are: one to leave this
                // field, one to begin in the next.
                KithFrames.now();
                KithFrames.now();
            };
            if (event.key === 'Enter' && (!isLong || command)) return take('accepted');
            if (event.key === 'Escape') return take('cancelled');
            if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey)
                return take(event.shiftKey ? 'previous' : 'next');
            if (!isLong && !event.shiftKey && !command) {
                const steering = { ArrowUp: 'up', ArrowDown: 'down', PageUp: 'pageUp', PageDown: 'pageDown' }[event.key];
                if (steering) return take(steering);
            }
            // The app's own shortcuts work in a field too; undo does when the field itself has nothing to undo.
            if (command && (event.code === 'KeyK'
                || (event.code === 'KeyZ' || event.code === 'KeyY') && element.value === KithField.initial)) {
                event.preventDefault();
                if (event.code !== 'KeyK') {
                    KithField.send(KithField.event.left);
                    KithFrames.now();
                }
                KithInput.shortcut(event.code.slice(3), event.shiftKey);
            }
        },

        show(look, name, text, placeholder) {
            // TextField::Look, in words.
            const words = HEAP32.subarray(look >> 2, (look >> 2) + 24);
            const floats = HEAPF32.subarray(look >> 2, (look >> 2) + 24);
            const id = words[0] >>> 0;
            const isNew = id !== KithField.id;
            if (isNew) {
                if (KithField.id) KithField.hide(false);
                KithField.begin(id, !!words[13]);
            }
            const { element } = KithField;
            KithField.place(element, floats);
            const kind = KithField.kinds[words[16]];
            const { style } = element;
            const fontSize = KithInput.isCoarse() ? Math.max(16, floats[10]) : floats[10];
            style.fontSize = `${fontSize}px`;
            style.lineHeight = `${words[13] ? floats[11] : floats[5] - floats[3]}px`;
            style.fontWeight = words[12] ? 600 : 400;
            if (!words[13]) element.type = kind[4] ? 'password' : 'text';
            ['--field-text', '--field-caret', '--field-hint', '--field-selection'].forEach((variable, i) =>
                style.setProperty(variable, KithField.colour(words[19 + i] >>> 0)));
            if (name) {
                element.setAttribute('aria-label', UTF8ToString(name));
                element.placeholder = UTF8ToString(placeholder);
            }
            KithMirror.set(element, 'aria-invalid', words[14] ? 'true' : null);
            KithField.steer(element, words[17] >>> 0, words[18] >>> 0);
            if (isNew) {
                element.inputMode = kind[0];
                element.autocapitalize = kind[1];
                element.spellcheck = kind[2] && !!words[13];
                element.enterKeyHint = kind[3];
                element.autocomplete = kind[4] ?? 'off';
                element.dir = 'auto';
                KithField.initial = UTF8ToString(text);
                if (element.value !== KithField.initial) element.value = KithField.initial;
                KithField.focus(element, !!words[15]);
            } else if (text) {
                // The app put something else in: a completion that was chosen.
                const now = UTF8ToString(text);
                if (now !== element.value) element.value = now;
            }
        },
        begin(id, isLong) {
            let element = KithMirror.elements.get(id);
            if (!element || !KithMirror.isField(element)) {
                // The screen has no such node: a field of its own, on top.
                element = document.createElement(isLong ? 'textarea' : 'input');
                element.id = `n${id}`;
                element.kithLoose = true;
                KithMirror.root.appendChild(element);
            }
            KithField.id = KithMirror.pinned = id;
            KithField.element = element;
            element.classList.add('editing');
        },
        place(element, floats) {
            const [left, top, right, bottom] = floats.subarray(2, 6);
            const [clipLeft, clipTop, clipRight, clipBottom] = floats.subarray(6, 10);
            const parent = element.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0 };
            const root = KithMirror.root.getBoundingClientRect();
            const { style } = element;
            style.left = `${left - (parent.left - root.left)}px`;
            style.top = `${top - (parent.top - root.top)}px`;
            style.width = `${right - left}px`;
            style.height = `${bottom - top}px`;
            const cut = [clipTop - top, right - clipRight, bottom - clipBottom, clipLeft - left].map((by) => Math.max(by, 0));
            style.clipPath = clipRight > clipLeft && cut.some(Boolean) ? `inset(${cut.map((by) => `${by}px`).join(' ')})` : '';
        },
        steer(element, list, option) {
            KithMirror.set(element, 'aria-autocomplete', list ? 'list' : null);
            KithMirror.set(element, 'aria-controls', list ? `n${list}` : null);
            KithMirror.set(element, 'aria-activedescendant', option ? `n${option}` : null);
        },
        focus(element, selectAll) {
            // Whoever gave it the focus (a screen reader, a test) has chosen what is selected in it, too.
            if (document.activeElement === element) return;
            const before = KithMirror.applying;
            KithMirror.applying = true;
            element.focus({ preventScroll: true });
            KithMirror.applying = before;
            if (selectAll) return element.select();
            const { x, y, time } = KithField.lastPress;
            const box = element.getBoundingClientRect();
            const isPressed = performance.now() - time < 1000 && x >= box.left - 12 && x <= box.right + 12
                && y >= box.top - 8 && y <= box.bottom + 8;
            const at = (isPressed ? KithField.offsetAt(element, x, y) : null) ?? element.value.length;
            element.setSelectionRange(at, at);
        },
        // Where in the text the press that began the editing was.
        offsetAt(element, x, y) {
            const box = element.getBoundingClientRect();
            const inside = [Math.min(Math.max(x, box.left + 1), box.right - 1), Math.min(Math.max(y, box.top + 1), box.bottom - 1)];
            const position = document.caretPositionFromPoint?.(...inside);
            return position?.offsetNode === element ? position.offset : null;
        },
        hide(giveFocusBack) {
            const { element } = KithField;
            const hadFocus = document.activeElement === element;
            KithField.id = KithMirror.pinned = 0;
            KithField.element = null;
            element.classList.remove('editing');
            if (element.type === 'password') {
                element.value = ''; // the browser is not to keep it with the page
                element.type = 'text';
            }
            for (const property of ['font-size', 'line-height', 'font-weight', 'clip-path']) element.style.removeProperty(property);
            KithField.steer(element, 0, 0);
            const before = KithMirror.applying;
            KithMirror.applying = true;
            if (hadFocus && giveFocusBack) KithMirror.stage.focus({ preventScroll: true });
            KithMirror.applying = before;
            const id = KithMirror.idOf(element);
            if (element.kithLoose || KithMirror.elements.get(id) !== element) element.remove();
            else _kith_mirror_stale(KithMirror.owner, id);
        },
        colour(packed) {
            const part = (by) => packed >>> by & 255;
            return `rgb(${part(0)} ${part(8)} ${part(16)} / ${part(24) / 255})`;
        },
    },
    kith_field_start__deps: ['$KithField', '$KithFrames', '$KithMirror', '$KithInput', '$stringToNewUTF8', '$lengthBytesUTF8',
        '$UTF8ToString', 'free'],
    kith_field_start: (owner) => KithField.start(owner),
    kith_field_show: (look, name, text, placeholder) => KithField.show(look, name, text, placeholder),
    kith_field_hide: () => KithField.hide(true),
});
