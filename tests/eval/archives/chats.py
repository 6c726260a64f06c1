"""Chats, messages and calls as WhatsApp, Telegram and a phone write them, and the contacts that are known."""
import base64, json, zipfile
from datetime import timedelta

from basis import CULT, END, SENT, TZ

class Chats:
    def make_chats(self):
        r = self.r; ph = [p for p in self.people if p.phones and p.tier < 3]; r.shuffle(ph)
        nwa = max(4, self.M // 25); self.wa = []
        for i, p in enumerate(ph[:nwa]):
            known = "contacts" in p.in_ and getattr(p, "vph", [])
            p.chatname = p.name if known or i % 3 else None           # None: shown by number
            if not p.chatname and i % 5 == 0: p.chatname = "~ " + p.given; p.names.append(p.given); p.hiddenchat = True       # nobody can tell who that is
            lines = []; days = r.randrange(10, 60)
            for _ in range(days):
                t = self.when(p.a0, p.a1); both = r.random() < .85; n = r.randrange(2, 8); who = r.random() < .5
                for j in range(n):
                    if both or j == 0: lines.append((t, self.u if who else p))
                    t += timedelta(minutes=r.randrange(1, 6)); who = not who if both else who
            self.wa.append({"p": p, "ios": i % 5 in (1, 3), "lines": lines})
        for c in self.wa:
            c["lines"].sort(key=lambda x: x[0]); by = {}
            for t, w in c["lines"]: by.setdefault(self.day(t), []).append((t, w))
            for d, l in sorted(by.items()):
                ws = [w for _, w in l]; sure = self.u in ws and c["p"] in ws
                for t, w in l: self.log(c["p"], t, "chat", "out" if w is self.u else "in", "whatsapp", "wa:" + c["p"].id, sure and not c["p"].hiddenchat, "only one side wrote that day" if not sure else "shown by a nickname only")
        g = ph[:6] if len(ph) > 6 else ph; self.wagroup = {"name": "Hiking 🥾: north side", "ps": g, "lines": []}
        for _ in range(120):
            t = self.when(self.start + (END - self.start) * .5, END); w = r.choice(g + [self.u]); self.wagroup["lines"].append((t, w))
        self.wagroup["lines"].sort(key=lambda x: x[0])
        for t, w in self.wagroup["lines"]:
            if w is not self.u: self.log(w, t, "chat", "in", "whatsapp", "wag", False, "group chat")
        self.tie([p for p in g if not p.hiddenchat], "wa group", "whatsapp"); self.tie(g, "wa group", "whatsapp", False)
        rest = ph[nwa // 2: nwa // 2 + max(5, self.M // 10)]
        for p in rest:
            for _ in range(r.randrange(2, 14)):
                t = self.when(p.a0, p.a1); x = r.random()
                if x < .45:
                    d = r.choice(["in", "out"]); self.sms.append((t, p, d, "sms")); self.log(p, t, "message", d, "sms", "sms:" + p.id)
                elif x < .5: self.sms.append((t, p, "out", "draft")); self.no("SMS draft", p, t, "message", "sms")
                elif x < .53: self.sms.append((t, p, "out", "failed")); self.no("SMS failed", p, t, "message", "sms")
                elif x < .57: self.sms.append((t, p, "in", "mms")); self.log(p, t, "message", "in", "sms", "sms:" + p.id)
                elif x < .85: d = r.choice(["in", "out"]); self.calls.append((t, p, {"in": 1, "out": 2}[d], r.randrange(40, 3000))); self.log(p, t, "call", d, "calls", "call:" + p.id)
                else:
                    k = r.choice([3, 5, 6, 2]); self.calls.append((t, p, k, 0)); self.no({3: "missed call", 5: "rejected call", 6: "blocked call", 2: "call out, not answered"}[k], p, t, "call", "calls")
        self.shorts = [self.mach(n, n, "SMS sender") for n in ("BANKCODE", "32665", "Paketdienst")]
        for m in self.shorts:
            for _ in range(self.Y): self.sms.append((self.when(self.start, END), m, "in", "sms"))
        tgp = [p for p in self.people if p.phones and p.tier < 3 and p not in [c["p"] for c in self.wa]][:max(3, self.M // 40)]
        for i, p in enumerate(tgp):
            p.tgid = 400000000 + r.randrange(10**8); l = []
            for _ in range(r.randrange(4, 25)):
                t = self.when(p.a0, p.a1); both = r.random() < .85; l.append((t, self.u, "m"))
                if both: l.append((t + timedelta(minutes=3), p, "m"))
            if i % 2 == 0:
                t = self.when(p.a0, p.a1); l.append((t, p, "call")); self.log(p, t, "call", "in", "telegram", "tg:" + p.id)
                t = self.when(p.a0, p.a1); l.append((t, p, "missed")); self.no("missed call", p, t, "call", "telegram")
            self.tg[p.id] = (p, sorted(l, key=lambda x: x[0])); by = {}
            for t, w, k in l:
                if k == "m": by.setdefault(self.day(t), []).append((t, w))
            for d, x in sorted(by.items()):
                sure = len({w.id for _, w in x}) > 1
                for t, w in x: self.log(p, t, "chat", "out" if w is self.u else "in", "telegram", "tg:" + p.id, sure, "only one side wrote that day")

    def nat(self, ph):
        r = self.r
        if ph.startswith("+49"): return r.choice(["0" + ph[3:], ph, "+49 %s %s" % (ph[3:7], ph[7:]), "0%s/%s" % (ph[3:7], ph[7:])])
        return r.choice([ph, "00" + ph[1:], ph])

    def pretty(self, ph):
        k = next(len(c) for c in sorted({v[0] for v in CULT.values()}, key=lambda c: (-len(c), c)) if ph[1:].startswith(c)) + 1
        return "%s %s %s" % (ph[:k], ph[k:k + 3], ph[k + 3:])

    def wa_stamp(self, t, ios): 
        l = t.astimezone(TZ); return l.strftime("[%d.%m.%Y, %H:%M:%S] ") if ios else l.strftime("%d/%m/%Y, %H:%M - ")

    def wa_words(self, ios): return ("Bild weggelassen", "Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.") if ios else ("<Media omitted>", "Messages and calls are end-to-end encrypted. No one outside of this chat can read them.")

    def wa_text(self, lines, names, ios, sysname=None):
        r = self.r; om, first = self.wa_words(ios); out = []
        t0 = lines[0][0]; out.append(self.wa_stamp(t0, ios) + ((sysname + ": \u200e" if ios else "") + first))
        for t, w in lines:
            x = r.random(); s = r.choice(SENT)
            if x < .06: s = ("\u200e" if ios else "") + om
            elif x < .12: s += "\nand a second line: with a colon"
            elif x < .14: s = "This message was deleted" if not ios else "\u200eDiese Nachricht wurde gelöscht."
            pre = "\u200e" if ios and x < .06 else ""
            out.append(pre + self.wa_stamp(t, ios) + names[w.id] + ": " + s)
        return "\n".join(out) + "\n"

    def write_chats(self):
        r = self.r; u = self.u
        for c in self.wa:
            p = c["p"]; nm = p.chatname or self.pretty(p.phones[0]); names = {p.id: nm, "user": u.name}
            fn = nm.replace("~ ", "").replace("/", "_"); 
            txt = self.wa_text(c["lines"], names, c["ios"], nm)
            if c["ios"]:
                with zipfile.ZipFile(self.path("whatsapp/WhatsApp Chat - %s.zip" % fn), "w", zipfile.ZIP_DEFLATED) as z: self.zadd(z, "_chat.txt", txt.replace("\n", "\r\n").encode())
            else:
                with open(self.path("whatsapp/WhatsApp Chat with %s.txt" % fn), "w", encoding="utf-8", newline="") as f: f.write(txt)
        g = self.wagroup; names = {"user": u.name}
        for p in g["ps"]: names[p.id] = p.chatname or self.pretty(p.phones[0])
        txt = self.wa_text(g["lines"], names, False); t0 = g["lines"][0][0]
        txt = self.wa_stamp(t0, False) + "%s created group \"%s\"\n" % (names[g["ps"][0].id], g["name"]) + txt
        with open(self.path("whatsapp/WhatsApp Chat with %s.txt" % g["name"].replace(":", "")), "w", encoding="utf-8", newline="") as f: f.write(txt)
        from xml.sax.saxutils import quoteattr as qa
        def ms(t): return str(int(t.timestamp() * 1000))
        def cn(p): return p.name if p.kind == "person" and "contacts" in p.in_ else "(Unknown)"
        S = sorted(self.sms, key=lambda x: x[0]); C = sorted(self.calls, key=lambda x: x[0])
        L = ["<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>", "<!--File Created By SMS Backup & Restore v10.20.002 on 27/11/2026 17:00:00-->", '<?xml-stylesheet type="text/xsl" href="sms.xsl"?>', '<smses count="%d" backup_set="a1" backup_date="%s" type="full">' % (len(S), ms(END))]
        for t, p, d, k in S:
            num = self.nat(p.phones[0]) if p.kind == "person" else p.addr[0]; rd = t.astimezone(TZ).strftime("%d %b %Y %H:%M:%S")
            if k == "mms":
                L.append('  <mms date="%s" msg_box="1" address=%s m_type="132" contact_name=%s readable_date="%s"><parts><part seq="-1" ct="application/smil" text="&lt;smil/&gt;" /><part seq="0" ct="image/jpeg" text="null" data="%s" /></parts><addrs><addr address=%s type="137" charset="106" /><addr address="insert-address-token" type="151" charset="106" /></addrs></mms>' % (ms(t), qa(num), qa(cn(p)), rd, base64.b64encode(r.randbytes(600)).decode(), qa(num)))
                continue
            ty = {"sms": 1 if d == "in" else 2, "draft": 3, "failed": 5}[k]; body = qa(r.choice(SENT))
            if r.random() < .1: body = body[:-1] + "&#55357;&#56832;" + body[-1]
            L.append('  <sms protocol="0" address=%s date="%s" type="%d" subject="null" body=%s toa="null" sc_toa="null" service_center="null" read="1" status="-1" locked="0" date_sent="%s" sub_id="1" readable_date="%s" contact_name=%s />' % (qa(num), ms(t), ty, body, ms(t), rd, qa(cn(p))))
        L.append("</smses>")
        with open(self.path("sms-20261127180000.xml"), "w", encoding="utf-8") as f: f.write("\n".join(L))
        L = ["<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>", '<calls count="%d" backup_set="a1" backup_date="%s" type="full">' % (len(C) + 2, ms(END))]
        for t, p, k, n in C: L.append('  <call number=%s duration="%d" date="%s" type="%d" presentation="1" subscription_id="1" post_dial_digits="" subscription_component_name="null" readable_date="%s" contact_name=%s />' % (qa(self.nat(p.phones[0])), n, ms(t), k, t.astimezone(TZ).strftime("%d %b %Y %H:%M:%S"), qa(cn(p))))
        for n in ("-2", ""): L.append('  <call number="%s" duration="63" date="%s" type="1" presentation="2" readable_date="x" contact_name="(Unknown)" />' % (n, ms(self.start + timedelta(days=60))))
        L.append("</calls>")
        with open(self.path("calls-20261127180000.xml"), "w", encoding="utf-8") as f: f.write("\n".join(L))
        self.write_telegram()

    def write_telegram(self):
        r = self.r; u = self.u; me = "user77%d" % (self.seed % 100000); chats = []; con = []
        def iso(t): return t.astimezone(TZ).strftime("%Y-%m-%dT%H:%M:%S")
        for i, (p, l) in enumerate(self.tg.values()):
            con.append({"user_id": p.tgid, "first_name": p.given, "last_name": p.family, "phone_number": self.pretty(p.phones[0]), "date": iso(l[0][0]), "date_unixtime": str(int(l[0][0].timestamp()))}); ms = []
            for j, (t, w, k) in enumerate(l):
                b = {"id": j + 1, "type": "message", "date": iso(t), "date_unixtime": str(int(t.timestamp()))}
                if k == "m": b.update({"from": u.name if w is u else p.name, "from_id": me if w is u else "user%d" % p.tgid, "text": r.choice([r.choice(SENT), ["see ", {"type": "link", "text": "https://x.example"}, ""]]), "text_entities": []})
                else: b.update({"type": "service", "actor": p.name, "actor_id": "user%d" % p.tgid, "action": "phone_call", "discard_reason": "missed" if k == "missed" else "hangup", "text": ""}); b.update({} if k == "missed" else {"duration_seconds": 300})
                ms.append(b)
            chats.append({"name": p.name, "type": "personal_chat", "id": p.tgid, "messages": ms})
        t = iso(END - timedelta(days=90)); bot = self.mach("WeatherBot", "telegram:weatherbot", "bot")
        chats.append({"name": "WeatherBot", "type": "bot_chat", "id": 99, "messages": [{"id": 1, "type": "message", "date": t, "from": "WeatherBot", "from_id": "user99", "text": "sunny"}, {"id": 2, "type": "message", "date": t, "from": u.name, "from_id": me, "text": "/stop"}]})
        chats.append({"type": "saved_messages", "id": 1, "messages": [{"id": 1, "type": "message", "date": t, "from": u.name, "from_id": me, "text": "note"}]})
        chats.append({"name": "News of the world", "type": "public_channel", "id": 5, "messages": [{"id": 1, "type": "message", "date": t, "from": "News of the world", "from_id": "channel5", "text": "x"}]})
        chats.append({"name": None, "type": "personal_chat", "id": 6, "messages": [{"id": 1, "type": "message", "date": t, "from": None, "from_id": "user6", "text": "x"}]})
        d = {"about": "Here is the data you requested.", "personal_information": {"user_id": int(me[4:]), "first_name": u.given, "last_name": u.family, "phone_number": self.pretty(u.phones[0]), "username": "", "bio": ""}, "contacts": {"about": "", "list": con}, "frequent_contacts": {"about": "", "list": []}, "chats": {"about": "", "list": chats}}
        with open(self.path("result.json"), "w", encoding="utf-8") as f: f.write(json.dumps(d, ensure_ascii=False, indent=1))

    def write_vcf(self):
        out = []
        for p in self.people:
            if "contacts" not in p.in_: continue
            L = ["BEGIN:VCARD", "VERSION:3.0", "FN:" + p.name, "N:%s;%s;;;" % (p.family, p.given)]
            for i, a in enumerate(p.vaddr): L.append(("EMAIL;TYPE=INTERNET;TYPE=%s:" % ("WORK" if i == 0 else "HOME") if i % 2 == 0 else "item1.EMAIL;TYPE=INTERNET:") + a)
            for x in p.vph: L.append("TEL;TYPE=CELL:" + self.nat(x))
            if self.r.random() < .4 and p.org: L.append("ORG:" + self.esc(p.org))
            out += L + ["CATEGORIES:myContacts", "END:VCARD"]
        with open(self.path("contacts.vcf"), "wb") as f: f.write(b"\r\n".join(self.fold(x) for x in out) + b"\r\n")
