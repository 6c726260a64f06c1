// The DOM side of text_field.cpp: turns the mirror's element for a field into the one that is edited.

addToLibrary({
    $KithField: {
        owner: 0,
        id: 0,
        element: null,
        initial: '',
        lastPress: { x: -1, y: -1, time: 0 },
        // inputmode, autocapitalize, spelling, enterkeyhint, and what a password manager may fill in.
        kinds: {
            [KithInputKind.text]: ['text', 'sentences', true, 'done'],
            [KithInputKind.email]: ['email', 'none', false, 'done'],
            [KithInputKind.tel]: ['tel', 'none', false, 'done'],
            [KithInputKind.url]: ['url', 'none', false, 'done'],
            [KithInputKind.search]: ['search', 'none', false, 'search'],
            [KithInputKind.date]: ['text', 'none', false, 'done'],
            [KithInputKind.number]: ['decimal', 'none', false, 'done'],
            [KithInputKind.passphrase]: ['text', 'none', false, 'done', 'current-password'],
            [KithInputKind.new_passphrase]: ['text', 'none', false, 'done', 'new-password'],
        },
        steering: {
            ArrowUp: KithTextEvent.up,
            ArrowDown: KithTextEvent.down,
            PageUp: KithTextEvent.page_up,
            PageDown: KithTextEvent.page_down,
        },

        start(owner) {
            KithField.owner = owner;
            globalThis.kith.leaving = () => {
                if (!KithField.id) return;
                KithField.send(KithTextEvent.left);
                KithFrames.now();
                KithFrames.now();
            };
            addEventListener('pointerdown', (event) => {
                KithField.lastPress = { x: event.clientX, y: event.clientY, time: performance.now() };
            }, { capture: true, passive: true });
            const { root } = KithMirror;
            root.addEventListener('input', (event) => {
                if (KithMirror.isField(event.target))
                    KithField.send(KithTextEvent.changed, event.target.value, KithMirror.idOf(event.target));
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
                    KithField.send(KithTextEvent.left, event.target.value);
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
            KithBytes.lendText(text, (at, length) => _kith_field_event(KithField.owner, id, event, at, length));
        },
        key(event) {
            const { element } = KithField;
            // An input method is at work: its Enter chooses a candidate.
            if (event.isComposing || event.keyCode === 229 || event.target !== element) return;
            const command = KithInput.isMac ? event.metaKey : event.ctrlKey;
            const isLong = element.tagName === 'TEXTAREA';
            const take = (kind) => {
                event.preventDefault();
                KithField.send(kind);
                // The next key belongs to what has the focus then, however slow frames are: one to leave this
                // field, one to begin in the next.
                KithFrames.now();
                KithFrames.now();
            };
            if (event.key === 'Enter' && (!isLong || command)) return take(KithTextEvent.accepted);
            if (event.key === 'Escape') return take(KithTextEvent.cancelled);
            if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey)
                return take(event.shiftKey ? KithTextEvent.previous : KithTextEvent.next);
            if (!isLong && !event.shiftKey && !command) {
                const steering = KithField.steering[event.key];
                if (steering) return take(steering);
            }
            // The app's own shortcuts work in a field too; undo does when the field itself has nothing to undo.
            if (command && (event.code === 'KeyK'
                || (event.code === 'KeyZ' || event.code === 'KeyY') && element.value === KithField.initial)) {
                event.preventDefault();
                if (event.code !== 'KeyK') {
                    KithField.send(KithTextEvent.left);
                    KithFrames.now();
                }
                KithInput.shortcut(event.code.slice(3), event.shiftKey);
            }
        },

        show(look, name, text, placeholder) {
            const words = HEAPU32.subarray(look >> 2);
            const floats = HEAPF32.subarray(look >> 2);
            const id = words[KithFieldLook.id], isLong = !!words[KithFieldLook.multiline];
            const isNew = id !== KithField.id;
            if (isNew) {
                if (KithField.id) KithField.hide(false);
                KithField.begin(id, isLong);
            }
            const { element } = KithField;
            KithField.place(element, floats);
            const kind = KithField.kinds[words[KithFieldLook.kind]];
            const { style } = element;
            const fontSize = floats[KithFieldLook.font_size];
            style.fontSize = `${KithInput.isCoarse() ? Math.max(16, fontSize) : fontSize}px`;
            const height = floats[KithFieldLook.bounds + 3] - floats[KithFieldLook.bounds + 1];
            style.lineHeight = `${isLong ? floats[KithFieldLook.line_height] : height}px`;
            style.fontWeight = words[KithFieldLook.bold] ? 600 : 400;
            if (!isLong) element.type = kind[4] ? 'password' : 'text';
            for (const [variable, colour] of [['text', KithFieldLook.colour], ['caret', KithFieldLook.caret],
                ['hint', KithFieldLook.hint], ['selection', KithFieldLook.selection]])
                style.setProperty(`--field-${variable}`, KithField.colour(words[colour]));
            if (name) {
                element.setAttribute('aria-label', UTF8ToString(name));
                element.placeholder = UTF8ToString(placeholder);
            }
            KithMirror.set(element, 'aria-invalid', words[KithFieldLook.invalid] ? 'true' : null);
            KithField.steer(element, words[KithFieldLook.list], words[KithFieldLook.option]);
            if (isNew) {
                element.inputMode = kind[0];
                element.autocapitalize = kind[1];
                element.spellcheck = kind[2] && isLong;
                element.enterKeyHint = kind[3];
                element.autocomplete = kind[4] ?? 'off';
                element.dir = 'auto';
                KithField.initial = UTF8ToString(text);
                if (element.value !== KithField.initial) element.value = KithField.initial;
                KithField.focus(element, !!words[KithFieldLook.select_all]);
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
            const [left, top, right, bottom] = floats.subarray(KithFieldLook.bounds);
            const [clipLeft, clipTop, clipRight, clipBottom] = floats.subarray(KithFieldLook.clip);
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
    kith_field_start__deps: ['$KithField', '$KithFrames', '$KithMirror', '$KithInput', '$KithBytes', '$UTF8ToString'],
    kith_field_start: (owner) => KithField.start(owner),
    kith_field_show: (look, name, text, placeholder) => KithField.show(look, name, text, placeholder),
    kith_field_hide: () => KithField.hide(true),
});
