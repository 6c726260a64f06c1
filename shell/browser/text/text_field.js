// The DOM side of text_field.cpp: turns the mirror's element for a field into the one that is edited.

addToLibrary({
    $KithField: {
        owner: 0,
        id: 0,
        element: null,
        pressed: 0, // the field that was pressed and is not edited yet
        lastPress: { x: -1, y: -1, time: 0 },
        // What stood there, for undo and redo: the browser's own differ, and Chromium's takes back in other fields.
        states: [],    // { text, at: the caret }
        now: 0,        // which of them stands there
        lastInput: { kind: '', time: 0 },
        mostStates: 500,
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
                if (KithMirror.isField(event.target)) KithField.input(event.target, event);
            });
            root.addEventListener('compositionend', (event) => {
                if (event.target === KithField.element) KithField.remember('composition');
            });
            root.addEventListener('beforeinput', (event) => {
                if (event.target !== KithField.element || !/^history(Undo|Redo)$/.test(event.inputType)) return;
                event.preventDefault(); // from a menu, or by shaking a phone
                KithField.goBack(event.inputType === 'historyRedo' ? 1 : -1);
            });
            // From the press on, keys belong to the field that was pressed, however long the frame takes in which
            // the program hears of it.
            document.getElementById('canvas').addEventListener('mousedown', (event) => {
                if (event.button === 0) KithField.press(event);
            }, { capture: true });
            root.addEventListener('mousedown', (event) => {
                if (event.button === 0 && event.target === KithField.element) KithField.pressLeft(event);
            }, { capture: true });
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
        input(target, event) {
            const id = KithMirror.idOf(target);
            if (id === KithField.id) {
                KithField.send(KithTextEvent.changed);
                if (!event.isComposing) KithField.remember(event.inputType);
            } else if (target === document.activeElement) {
                target.kithTyped = true; // it is about to be edited: see show()
            } else {
                // Set from outside: by voice, by a password manager, by an assistive tool.
                KithMirror.request(id, KithNodeAction.set_value, target.value);
                _kith_mirror_stale(KithMirror.owner, id); // it may have been refused
            }
        },
        press(event) {
            const id = _kith_field_under(KithField.owner, event.clientX, event.clientY);
            const element = id && id !== KithField.id && KithMirror.elements.get(id);
            if (!element || !KithMirror.isField(element) || element.readOnly) return;
            event.preventDefault(); // else the canvas would take the focus
            KithField.pressed = id;
            element.focus({ preventScroll: true });
            // One frame to leave another field, one to begin in this, and one more where a menu closes first.
            for (let frames = 0; frames < 3 && KithField.id !== id; ++frames) KithFrames.now();
        },

        /**
         * A press into the field that one has just left, before the frame in which it goes. It would give the focus
         * back to what is gone a moment later: so that first, and then it is a press on the canvas like any other.
         */
        pressLeft(event) {
            const { id, element } = KithField;
            if (document.activeElement === element) return;
            for (let frames = 0; frames < 3 && KithField.id === id; ++frames) KithFrames.now();
            if (KithField.id === id) return; // it is edited on
            event.preventDefault();
            document.getElementById('canvas').dispatchEvent(new MouseEvent('mousedown', event));
        },

        /** A step for undo. Letters that follow each other quickly are one, up to the end of a word. */
        remember(kind = '') {
            const { element, states, now } = KithField;
            if (!element || element.value === states[now].text) return;
            const time = performance.now(), before = states[now];
            const state = { text: element.value, at: element.selectionEnd };
            const endsWord = ({ text, at }) => /\s$/.test(text.slice(0, at));
            const isMore = /^(insertText|deleteContent(Backward|Forward))$/.test(kind) && kind === KithField.lastInput.kind
                && time - KithField.lastInput.time < 1000 && now > 0 && now === states.length - 1
                && !(kind === 'insertText' && endsWord(state) && !endsWord(before));
            KithField.lastInput = { kind, time };
            if (isMore) {
                states[now] = state;
                return;
            }
            states.splice(now + 1, states.length, state);
            if (states.length > KithField.mostStates) states.shift();
            KithField.now = states.length - 1;
        },
        /** Undo (-1) or redo (+1) in the field; false if it has nothing to take back, or to do again. */
        goBack(by) {
            const { element, states } = KithField;
            const state = states[KithField.now + by];
            if (!state) return false;
            KithField.now += by;
            KithField.lastInput = { kind: '', time: 0 };
            element.value = state.text;
            element.setSelectionRange(state.at, state.at);
            KithField.send(KithTextEvent.changed);
            return true;
        },
        /** What stands there now is where undo ends. */
        forget(text) {
            KithField.states = [{ text, at: text.length }];
            KithField.now = 0;
            KithField.lastInput = { kind: '', time: 0 };
        },
        /** A key for a field that was pressed and that no frame has begun to edit yet: Escape and Tab mean it, too. */
        beginPressed(target) {
            const { pressed } = KithField;
            if (!pressed || KithMirror.idOf(target) !== pressed) return;
            for (let frames = 0; frames < 6 && KithField.id !== pressed; ++frames) KithFrames.now();
            KithField.pressed = 0;
        },
        key(event) {
            // An input method is at work: its Enter chooses a candidate.
            if (event.isComposing || event.keyCode === 229) return;
            KithField.beginPressed(event.target);
            const { element } = KithField;
            if (event.target !== element) return;
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
            // The app's own shortcuts work in a field too; undo and redo where the field itself has nothing for them.
            const letter = /^[a-z]$/i.test(event.key) ? event.key.toUpperCase() : event.code.replace(/^Key/, '');
            if (!command || event.altKey || !['K', 'Y', 'Z'].includes(letter)) return;
            event.preventDefault();
            if (letter !== 'K' && KithField.goBack(letter === 'Y' || event.shiftKey ? 1 : -1)) return;
            KithInput.shortcut(letter, event.shiftKey);
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
                const now = UTF8ToString(text), isTyped = element.kithTyped;
                element.kithTyped = false;
                KithField.forget(now);
                if (isTyped) { // in haste, before this frame
                    KithField.send(KithTextEvent.changed);
                    KithField.remember();
                } else if (element.value !== now) element.value = now;
                const caret = HEAP32[(look >> 2) + KithFieldLook.caret_at];
                if (!isTyped) KithField.focus(element, !!words[KithFieldLook.select_all], caret);
                KithField.pressed = 0;
            } else if (text) {
                // The app put something else in: a completion that was chosen.
                const now = UTF8ToString(text);
                if (now !== element.value) element.value = now;
                KithField.forget(now);
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
        focus(element, selectAll, caret) {
            // Whoever gave it the focus (a screen reader, a test) has chosen what is selected in it, too.
            if (document.activeElement === element && KithMirror.idOf(element) !== KithField.pressed) return;
            const before = KithMirror.applying;
            KithMirror.applying = true;
            element.focus({ preventScroll: true });
            KithMirror.applying = before;
            if (caret >= 0) return element.setSelectionRange(caret, caret);
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
    kith_field_caret__deps: ['$KithField'],
    kith_field_caret: () => KithField.element?.selectionEnd ?? -1,
});
