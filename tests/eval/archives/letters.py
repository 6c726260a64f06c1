"""Mail: letters, machines and strangers, as Takeout, Thunderbird and .eml files hold them."""
import base64, os, random
from datetime import timedelta
from zoneinfo import ZoneInfo

from basis import DAYN, END, Ent, MON, MON_DE, ORGW, SENT, SUBJ, TLS, TZ, UTC, ew, slugify

class Letters:
    def msg(self, t, frm, fa, to=(), cc=(), bcc=(), thread=None, subject="", kind="human", labels=None, head=(), box="gmail", log=True, **k):
        m = dict(t=t, frm=frm, fa=fa, to=list(to), cc=list(cc), bcc=list(bcc), thread=thread or self.nid("t"), subject=subject, kind=kind,
                 labels=labels, head=list(head), box=box, id="<%s.%d@%s>" % ("".join(self.r.choice("ABCDEFabcdef0123456789") for _ in range(18)), len(self.msgs), fa.split("@")[-1] if "@" in fa else "x.example"), **k)
        self.msgs.append(m)
        if log and kind == "human":
            everyone = [e for e, _ in m["to"] + m["cc"] + m["bcc"]]
            n = len(everyone); src = {"gmail": "mbox", "tbird": "tbird", "eml": "eml"}[box]
            if n > 20:
                for e in [frm] + everyone:
                    if e.kind == "person": self.no("long list of recipients", e, t, "mail", src)
            else:
                if frm is self.u:
                    for e, a in m["to"] + m["cc"] + m["bcc"]:
                        if e is not self.u: self.log(e, t, "mail", "out", src, m["thread"]); self.saw(e, a, "out", t, src)
                else:
                    self.log(frm, t, "mail", "in", src, m["thread"]); self.saw(frm, fa, "in", t, src)
                ps = [e for e in [frm] + [e for e, _ in m["to"] + m["cc"]] if e.kind == "person"]
                self.tie(ps, m["thread"], src, len(ps) <= 8)
        return m

    def saw(self, e, a, d, t, src):
        e.dirs[d] = 1; e.adir.setdefault(a, {})[d] = 1; e.aday.setdefault((self.day(t), "mail", src), {})[a] = 1

    def own_addr(self, t, p=None):
        if p is not None and p.circle == "friend": return self.gmail
        return self.r.choices([self.gmail, self.work1 if t < self.switch else self.work2], [55, 45])[0]

    def addr_of(self, p, t):
        if len(p.addr) == 1: return p.addr[0]
        k = min(len(p.addr) - 1, int(len(p.addr) * max(0, (t - self.start) / (END - self.start))))
        return p.addr[k] if self.r.random() < .85 else self.r.choice(p.addr)

    def mates(self, p, n):
        c = [q for q in self.people if q is not p and q.org == p.org and q.addr] or [q for q in self.people if q is not p and q.circle == p.circle and q.addr]
        # always the same few, so that ties repeat
        rr = random.Random(p.id + str(self.seed)); c = rr.sample(c, min(len(c), 4))
        return self.r.sample(c, min(len(c), n))

    def make_mail(self):
        r = self.r; u = self.u
        room = self.S * 1e6 * .65 / 2150 - 140 * self.Y          # letters that fit beside the attachments
        rate = max(.25, min(1, room / (3.6 * self.M * self.Y)))
        for p in self.people:
            if not p.addr: continue
            years = max(.3, (p.a1 - p.a0).days / 365)
            n = int(rate * years * {0: 9, 1: 3, 2: .8, 3: .15}[p.tier] + r.random())
            for _ in range(n):
                t = self.when(p.a0, p.a1); th = self.nid("t"); s = r.choice(SUBJ)
                box = "tbird" if t > END - timedelta(days=365 * self.Y / 4) and r.random() < .12 else "gmail"
                cc = [(q, self.addr_of(q, t)) for q in self.mates(p, r.choice([1, 1, 2, 3]))] if r.random() < .22 else []
                pa, ua = self.addr_of(p, t), self.own_addr(t, p)
                if box == "tbird": ua = self.work2
                mine = r.random() < .5; L = r.choice([1, 2, 2, 3, 3, 4, 5, 7]); prev = []
                for j in range(L):
                    sub = s if j == 0 else r.choice(["Re: ", "Re: ", "AW: ", "RE: "]) + s
                    kw = dict(thread=th, subject=sub, box=box, refs=list(prev), attach=r.random() < .1)
                    if mine: m = self.msg(t, u, ua, [(p, pa)], cc, **kw)
                    else:
                        sender, rest = p, list(cc)
                        if cc and j and r.random() < .25:        # one of the others answers all
                            q, qa = cc[0]; m = self.msg(t, q, qa, [(u, ua)], [(p, pa)] + cc[1:], **kw)
                        else: m = self.msg(t, p, pa, [(u, ua)], cc, **kw)
                    if r.random() < .03 and box == "tbird": m["also"] = True       # the same letter in both boxes
                    prev.append(m["id"])
                    t = t + timedelta(hours=r.choice([1, 3, 20, 26, 50, 120]), minutes=r.randrange(60))
                    if t > END.astimezone(UTC): break
                    mine = (not mine) if r.random() < .9 else mine
            k = r.random()
            if k < .10 and n:
                t = self.when(p.a0, p.a1); self.msg(t, p, p.addr[0], [(u, self.gmail)], subject="Re: " + r.choice(SUBJ), kind="auto"); self.no("auto-reply", p, t, "mail", "mbox")
            if .10 < k < .15:
                t = self.when(p.a0, p.a1); self.msg(t, u, self.gmail, [(p, p.addr[0])], subject=r.choice(SUBJ), kind="draft", labels="Drafts,Opened"); self.no("draft", p, t, "mail", "mbox")
            if .15 < k < .20:
                t = self.when(p.a0, p.a1); self.msg(t, p, p.addr[0], [(u, self.gmail)], subject=r.choice(SUBJ), kind="trash", labels="Trash,Opened"); self.no("trash", p, t, "mail", "mbox")
            if .20 < k < .24:
                t = self.when(p.a0, p.a1); f = Ent("x", "spam", p.name, ["claims%d@win-prize.example" % r.randrange(999)])
                self.msg(t, f, f.addr[0], [(u, self.gmail)], subject="urgent favour", kind="spam", labels="Spam,Unread", namelike=p); self.no("spam under a known name", p, t, "mail", "mbox")
            if .24 < k < .28:
                t = self.when(p.a0, p.a1); self.msg(t, p, p.addr[0], [(u, self.gmail)], subject="chat", kind="chat", labels="Chat"); self.no("Chat label", p, t, "mail", "mbox")
            if .28 < k < .36:        # invitation and answer, written in the person's name by the calendar
                t = self.when(p.a0, p.a1); self.msg(t, p, p.addr[0], [(u, self.gmail)], subject="Invitation: Sync @ %s" % t.strftime("%a %b %d"), kind="invite", labels="Inbox,Opened,Category Updates"); self.no("calendar invitation", p, t, "mail", "mbox")
                t += timedelta(days=1)
                if t < END: self.msg(t, p, p.addr[0], [(u, self.gmail)], subject="Accepted: Sync", kind="reply"); self.no("calendar answer", p, t, "mail", "mbox")
            if .36 < k < .42 and p.tier < 3:  # the reader was a blind copy
                t = self.when(p.a0, p.a1); q = self.mates(p, 1)
                self.msg(t, p, p.addr[0], [(q[0], q[0].addr[0])] if q and r.random() < .5 else [], thread=self.nid("t"), subject="FYI " + r.choice(SUBJ), blind=True)
            if .42 < k < .46:
                t = self.when(p.a0, p.a1); qs = self.mates(p, 3); self.msg(t, u, self.gmail, [(u, self.gmail)], bcc=[(q, q.addr[0]) for q in [p] + qs], subject="Save the date")
        # long lists
        ad = [p for p in self.people if p.addr]
        for i in range(max(2, self.Y // 2)):
            t = self.when(self.start, END)
            if i % 2: self.msg(t, u, self.gmail, [(u, self.gmail)] if r.random() < .5 else [], bcc=[(q, q.addr[0]) for q in r.sample(ad, min(len(ad), 48))], subject="My new address")
            else:
                q = r.sample(ad, min(len(ad), 41)); self.msg(t, q[0], q[0].addr[0], [(u, self.gmail)] + [(x, x.addr[0]) for x in q[1:]], subject="Reunion: who brings what?")
        for i in range(self.Y * 2):
            t = self.when(self.start, END); self.msg(t, u, self.gmail, [(u, r.choice([self.gmail, self.work2]))], subject="note to self", kind="self"); self.no("mail to oneself", "user", t, "mail", "mbox")
        self.make_machines(); self.make_strangers()

    def mach(self, name, a, sort):
        m = Ent(self.nid("m"), "machine", name, [a]); m.note = sort; self.machines.append(m); return m

    def make_machines(self):
        r = self.r; u = self.u
        news = [self.mach("%s Weekly" % w, "%s@news.%s.example" % (r.choice(["newsletter", "digest", "editor", "laura"]), slugify(w)), "newsletter") for w in r.sample(ORGW, 6)]
        shops = [self.mach(w + " Shop", "%s@%s-shop.example" % (x, slugify(w)), "receipts") for w, x in zip(r.sample(ORGW, 5), ["no-reply", "orders", "receipts", "donotreply", "invoice+statements"])]
        noti = [self.mach("Name via LinkedIn", "messages-noreply@linkedin.com", "notification"), self.mach("Tracker", "notifications@tracker.example", "notification"),
                self.mach("Google Calendar", "calendar-notification@google.com", "calendar robot"), self.mach("Scheduler", "no-reply@calendly.com", "scheduler"),
                self.mach("Wiki", "wiki-bot@%s" % u.jobs[1][1], "notification"), self.mach("Scanner 3rd floor", "scan3@%s" % u.jobs[1][1], "device")]
        sup = [self.mach("Support", "support@hostwise.example", "ticket desk"), self.mach("Billing team", "billing@stromwerk.example", "ticket desk")]
        md = self.mach("Mail Delivery Subsystem", "mailer-daemon@googlemail.com", "bounces")
        self.mlists = [self.mach("Alumni", "alumni@lists.altstadt-uni.example", "mailing list"), self.mach("Choir", "chor-alt@chor.example", "mailing list")]
        per = max(3, int(self.Y * 4))
        for m in news:
            for _ in range(per * 2):
                t = self.when(self.start, END)
                hd = [["List-Unsubscribe: <https://u.example/%d>, <mailto:u@u.example>" % r.randrange(9999), "List-Unsubscribe-Post: List-Unsubscribe=One-Click"], ["Precedence: bulk", "X-Campaign-Id: %d" % r.randrange(999)], ["Feedback-ID: a:b:c", "list-unsubscribe: <mailto:x@y.example>"], ["X-Mailgun-Sid: Wy%d" % r.randrange(9999), "List-Id: <n%d.mc.example>" % r.randrange(99)]][r.randrange(4)]
                self.msg(t, m, m.addr[0], [(u, r.choice([self.gmail, self.alias]))], subject="%s — issue %d" % (m.name, r.randrange(300)), kind="bulk", head=hd, labels="Inbox,Category Promotions,Unread")
        for m in shops:
            for _ in range(per): self.msg(self.when(self.start, END), m, m.addr[0], [(u, self.gmail)], subject="Your order %d" % r.randrange(10**6), kind="bulk", labels="Inbox,Category Updates,Opened", html=True)
        lp = [p for p in self.people if p.slug and p.tier > 0][:12]
        for m in noti:
            for _ in range(per):
                p = r.choice(lp) if lp and m is noti[0] else None
                x = self.msg(self.when(self.start, END), m, m.addr[0], [(u, self.gmail if not m.addr[0].endswith(u.jobs[1][1]) else self.work2)], subject="%s sent you a message" % p.name if p else "Update %d" % r.randrange(999), kind="bulk",
                         head=["Auto-Submitted: auto-generated"] if r.random() < .6 else [], labels="Inbox,Category Social,Unread" if p else "Inbox,Opened", via=p)
                if p: self.no("name of a person on a robot's address", p, x["t"], "mail", "mbox")
        for m in sup:                     # two ways, and still no person
            for _ in range(max(2, self.Y // 2)):
                t = self.when(self.start, END - timedelta(days=9)); th = self.nid("t")
                for j in range(4):
                    if j % 2: self.msg(t, u, self.gmail, [(m, m.addr[0])], thread=th, subject="Re: [#%d] ticket" % j, kind="desk")
                    else: self.msg(t, m, m.addr[0], [(u, self.gmail)], thread=th, subject="[#%d] ticket" % j, kind="desk", head=["X-Auto-Response-Suppress: All"] if j == 0 else [])
                    t += timedelta(hours=20)
        for _ in range(self.Y): self.msg(self.when(self.start, END), md, md.addr[0], [(u, self.gmail)], subject="Delivery Status Notification (Failure)", kind="bounce")
        self.listers = []
        for i in range(10):               # only ever seen on a list
            c, cc, g, f = self.new_name(); gl, fl = g.split("|")[0], f.split("|")[0]
            e = Ent(self.nid("l"), "lister", gl + " " + fl, [slugify(gl) + "." + slugify(fl) + "@listmail.example"]); e.given, e.family = gl, fl; self.listers.append(e)
        friends = [p for p in self.people if p.circle in ("friend", "peer") and p.addr][:8]
        for m in self.mlists:
            for _ in range(per * 3):
                t = self.when(self.start, END); who = r.choice(self.listers + friends + [u]); fa = self.gmail if who is u else who.addr[0]
                hd = ["List-Id: %s <%s>" % (m.name, m.addr[0].replace("@", ".")), "List-Post: <mailto:%s>" % m.addr[0], "Precedence: list", "Sender: " + m.addr[0]]
                rewritten = who is not u and r.random() < .3
                self.msg(t, who, m.addr[0] if rewritten else fa, [(m, m.addr[0])], subject="[%s] %s" % (m.name, r.choice(SUBJ)), kind="list", head=hd if who is not u else [], via=who if rewritten else None, labels="Inbox,Category Forums,Opened" if who is not u else "Sent,Opened")
                if who.kind == "person": self.no("post to a mailing list", who, t, "mail", "mbox")

    def make_strangers(self):
        r = self.r; u = self.u
        for i in range(max(4, self.M // 12)):
            c, cc, g, f = self.new_name(); gl, fl = g.split("|")[0], f.split("|")[0]
            e = Ent(self.nid("s"), "stranger", gl + " " + fl, ["%s@%s-growth.example" % (slugify(gl), slugify(r.choice(ORGW)))]); e.given, e.family = gl, fl
            self.others.append(e); t = self.when(self.start, END - timedelta(days=30)); th = self.nid("t")
            for j in range(r.choice([1, 2, 3, 4])):
                self.msg(t, e, e.addr[0], [(u, self.gmail)], thread=th, subject=("Re: " if j else "") + "Quick question about " + u.org, kind="cold"); self.no("one-way mail of a stranger", e, t, "mail", "mbox"); t += timedelta(days=5)
                if t > END: break

    def show(self, e, a, m=None):
        """an address as mail programs write it"""
        r = self.r; name = e.name
        if e.kind in ("machine", "spam"): return '"%s" <%s>' % (name, a) if r.random() < .5 else "%s <%s>" % (name, a)
        st = getattr(e, "style", "plain") if r.random() < .75 else r.choice(["plain", "bare", "plain"])
        asc = name.isascii()
        def enc(s, q=True):
            if s.isascii(): return '"%s"' % s if q and any(c in s for c in ",.'@()") else s
            cs = r.choices(["utf-8", "UTF-8", "iso-8859-1", "windows-1252", "iso-8859-2", "koi8-r", "iso-2022-jp", "gb2312", "euc-kr"], [50, 10, 8, 8, 4, 6, 5, 5, 4])[0]
            return ew(s, cs, r.choice("BQ"))
        if st == "bare": return a
        if st == "last": return "%s <%s>" % (enc(e.family + ", " + e.given), a)
        if st == "nocomma" and asc: return "%s, %s <%s>" % (e.family, e.given, a)
        if st == "comment" and asc: return "%s (%s)" % (a, name.replace("(", ""))
        if st == "single" and asc: return "\"'%s'\" <%s>" % (name, a)
        if st == "native" and e.native: return "%s <%s>" % (enc(e.native), a)
        if st == "org" and asc and e.org: return '"%s | %s" <%s>' % (name, e.org.replace('"', ""), a)
        if st == "title" and asc: return '"Dr. %s" <%s>' % (name, a)
        if st == "raw8" and not asc:
            if r.random() < .4:
                try: return "%s <%s>" % (name.encode("cp1252").decode("utf-8", "surrogateescape"), a)
                except UnicodeError: pass
            return "%s <%s>" % (name, a)
        if st == "cutew" and not asc: return "%s <%s>" % (ew(name, "utf-8", "B", cut=r.randrange(2, 9)), a)
        if st == "inquote" and not asc: return '"%s" <%s>' % (ew(name, "utf-8", "Q"), a)
        if r.random() < .02: return "%s <%s>" % (a, a)
        if r.random() < .03: return '<%s>' % a
        return "%s <%s>" % (enc(name), a)

    def addrs(self, lst, outlook=False):
        r = self.r
        if len(lst) >= 3 and r.random() < .04: return "Team: " + ", ".join(self.show(e, a) for e, a in lst) + ";"
        sep = "; " if outlook else ",\n " if len(lst) > 2 else ", "
        return sep.join(self.show(e, a) for e, a in lst)

    def date(self, t, quirk):
        r = self.r; z = r.choice([0, 60, 120, -300, -420, 330, 540, 480]) if r.random() < .35 else int(t.astimezone(TZ).utcoffset().total_seconds() // 60)
        l = t + timedelta(minutes=z); l = l.replace(tzinfo=None); off = "%s%02d%02d" % ("-" if z < 0 else "+", abs(z) // 60, abs(z) % 60)
        s = "%s, %d %s %d %s %s" % (DAYN[l.weekday()], l.day, MON[l.month - 1], l.year, l.strftime("%H:%M:%S"), off)
        g = t.replace(tzinfo=None)
        if quirk == "nowd": return s.split(", ")[1]
        if quirk == "yy": return "%s, %02d %s %02d %s %s" % (DAYN[l.weekday()], l.day, MON[l.month - 1], l.year % 100, l.strftime("%H:%M:%S"), off)
        if quirk in ("GMT", "UT", "-0000", "Z"): return "%s, %02d %s %d %s %s" % (DAYN[g.weekday()], g.day, MON[g.month - 1], g.year, g.strftime("%H:%M:%S"), quirk)
        if quirk == "EST":
            e = g - timedelta(hours=5); return "%s, %d %s %d %s EST" % (DAYN[e.weekday()], e.day, MON[e.month - 1], e.year, e.strftime("%H:%M:%S"))
        if quirk == "comment": return s + " (CEST)"
        if quirk == "nosec": return "%s, %d %s %d %s %s" % (DAYN[l.weekday()], l.day, MON[l.month - 1], l.year, l.strftime("%H:%M"), off)
        if quirk == "1970": return "Thu, 1 Jan 1970 00:00:00 +0000"
        if quirk == "2036": return "Thu, 07 Feb 2036 07:28:16 +0100"
        if quirk == "de": return "%d. %s %d %s %s" % (l.day, MON_DE[l.month - 1], l.year, l.strftime("%H:%M:%S"), off)
        return s

    def quote_from(self, body):        # mboxrd
        return "\n".join(">" + x if x.lstrip(">").startswith("From ") else x for x in body.split("\n"))

    def render(self, m, box, bulk=0):
        """one message without its separator, LF"""
        r = self.r; u = self.u; t = m["t"]; mine = m["frm"] is u; k = m["kind"]; H = []
        sent = mine and k != "draft"
        lab = m["labels"] or ("Sent,Opened" if mine else r.choice(["Inbox,Opened", "Inbox,Important,Opened,Category Personal", "Archived,Opened,Category Personal", "Inbox,Starred,Opened", "Important,Opened,Work/Hiring"]))
        if box == "gmail":
            H.append("X-GM-THRID: %d" % (1700000000000000000 + int(m["thread"][1:]) * 7919 % 10**17))
            if r.random() < .03 and not m["labels"] and not mine: lab = ew("Inbox,Opened,Familie & Käthe", "UTF-8", "Q")
            elif r.random() < .02: lab += ",Work/Projects"
            H.append("X-Gmail-Labels: " + lab)
        elif box == "tbird":
            H += ["X-Mozilla-Status: %04x" % (0x0009 if m.get("deleted") else 1), "X-Mozilla-Status2: 00000000", "X-Mozilla-Keys: $label1" + " " * 60]
        quirk = r.choices([None, "nowd", "yy", "GMT", "UT", "-0000", "comment", "nosec", "EST", "Z", "1970", "2036", "de", "none"], [80, 2, 1, 4, 1, 2, 3, 1, 2, .5, .6, .6, .6, .6])[0] if k in ("human", "cold") else None
        if mine and quirk in ("1970", "2036", "de"): quirk = None
        if not mine:
            H.append("Delivered-To: " + (self.gmail if box == "gmail" else self.work2))
            rid = "".join(r.choice("abcdefghijk0123456789") for _ in range(24))
            rt = t + timedelta(seconds=r.randrange(1, 9)); pst = rt.astimezone(ZoneInfo("America/Los_Angeles"))
            H.append("Received: by 2002:a05:6402:%x:b0:%x with SMTP id %s;\n        %s, %d %s %d %s %s (%s)" % (r.randrange(65535), r.randrange(4095), rid[:14], DAYN[pst.weekday()], pst.day, MON[pst.month - 1], pst.year, pst.strftime("%H:%M:%S"), pst.strftime("%z"), pst.tzname()))
            if r.random() < .8:
                H.append("X-Received: by 2002:a17:906:%x:b0:%x with SMTP id %s-%s.3.%d;\n        %s" % (r.randrange(65535), r.randrange(4095), rid, rid[:6], int(t.timestamp()), self.date(rt, None)))
                H.append("ARC-Seal: i=1; a=rsa-sha256; t=%d; cv=none;\n        d=google.com; s=arc-20160816;\n        b=%s\n         %s" % (int(t.timestamp()), base64.b64encode(r.randbytes(48)).decode(), base64.b64encode(r.randbytes(48)).decode()))
            H.append("Return-Path: <%s>" % ("" if k in ("bounce", "auto") else m["fa"]))
            H.append("Received: from mx%d.%s (mx%d.%s. [192.0.2.%d])\n        by mx.google.com " % (r.randrange(9), m["fa"].split("@")[-1], r.randrange(9), m["fa"].split("@")[-1], r.randrange(255)) + TLS % rid[:10] + "\n        for <%s>;\n        %s" % (self.gmail, self.date(rt, None)))
            H.append("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;\n        d=%s; s=s1; h=from:to:subject:date:message-id;\n        bh=%s;\n        b=%s" % (m["fa"].split("@")[-1], base64.b64encode(r.randbytes(32)).decode(), base64.b64encode(r.randbytes(96)).decode()))
        if m.get("unsent"): H.append("X-Unsent: 1")
        low = r.random() < .03
        ol = r.random() < .03
        via = m.get("via")
        if via is not None:
            fr = '"%s via LinkedIn" <%s>' % (via.name, m["fa"]) if m["frm"].kind == "machine" and "linkedin" in m["fa"] else '"\'%s\' via %s" <%s>' % (via.name, "Group", m["fa"])
            if not via.name.isascii(): fr = "%s <%s>" % (ew(via.name + (" via LinkedIn" if "linkedin" in m["fa"] else " via Group"), "utf-8", "B"), m["fa"])
        elif m.get("namelike") is not None: fr = "%s <%s>" % (ew(m["namelike"].name) if not m["namelike"].name.isascii() else m["namelike"].name, m["fa"])
        else: fr = self.show(m["frm"], m["fa"])
        H.append(("from: " if low else "From: ") + fr)
        if k == "invite": H += ["Sender: Google Calendar <calendar-notification@google.com>", "Auto-Submitted: auto-generated", "Reply-To: " + m["fa"]]
        if k == "auto": H += [["Auto-Submitted: auto-replied"], ["X-Autoreply: yes", "Precedence: bulk"], ["X-Auto-Response-Suppress: All", "auto-submitted: auto-replied (vacation)"]][r.randrange(3)]
        if k == "bounce": H.append("Auto-Submitted: auto-replied")
        if m["to"]: H.append(("TO: " if low else "To: ") + self.addrs(m["to"], ol))
        elif not mine or m["bcc"]: H.append("To: undisclosed-recipients:;")
        if m["cc"]: H.append("Cc: " + self.addrs(m["cc"], ol))
        if m["bcc"] and mine: H.append("Bcc: " + self.addrs(m["bcc"]))
        s = m["subject"]
        H.append("Subject: " + (s if s.isascii() else ew(s, r.choice(["utf-8", "UTF-8", "iso-8859-1"]), r.choice("BQ"))))
        if quirk != "none": H.append("Date: " + self.date(t, quirk))
        H.append("Message-ID: " + m["id"])
        if m.get("refs"): H += ["In-Reply-To: " + m["refs"][-1], "References: " + "\n ".join(m["refs"][-6:])]
        H += m["head"]
        if r.random() < .5: H.append("MIME-Version: 1.0")
        body = ("Hi,\n\n" + " ".join(r.choice(SENT) for _ in range(r.randrange(1, 7))) + "\n")
        if r.random() < .12: body += "\nFrom what I hear it will be fine.\n\nFrom me as well\n"
        if r.random() < .03: body += "\n> From x@y.example Mon Jan  3 01:05:34 2022\nFrom x@y.example Mon Jan  3 01:05:34 2022\nSubject: pasted\n"
        if m.get("refs") and r.random() < .6: body += "\nOn some day somebody wrote:\n> " + "\n> ".join(r.choice(SENT) for _ in range(4)) + "\nFrom: old@header.example\nTo: other@header.example\nDate: Tue, 1 Jul 2003 10:52:37 +0200\n"
        b = "=_%016x" % r.randrange(1 << 60)
        if k in ("invite", "reply"):
            H.append('Content-Type: multipart/mixed; boundary="%s"' % b)
            body = '--%s\nContent-Type: text/plain; charset="UTF-8"\n\nYou have been invited.\n\n--%s\nContent-Type: text/calendar; charset="UTF-8"; method=%s\n\nBEGIN:VCALENDAR\nMETHOD:%s\nEND:VCALENDAR\n\n--%s--\n' % (b, b, "REQUEST" if k == "invite" else "REPLY", "REQUEST" if k == "invite" else "REPLY", b)
        elif k == "bounce":
            H.append('Content-Type: multipart/report; report-type=delivery-status; boundary="%s"' % b)
            p = r.choice(self.people); body = "--%s\nContent-Type: text/plain\n\nNot delivered.\n\n--%s\nContent-Type: message/rfc822\n\nFrom: %s\nTo: %s\nSubject: x\nDate: Tue, 1 Jul 2003 10:52:37 +0200\n\nhi\n--%s--\n" % (b, b, self.gmail, (p.addr or ["gone@x.example"])[0], b)
        elif bulk:
            body = self.quote_from(body); H.append('Content-Type: multipart/mixed;\n boundary="%s"' % b)
            body = '--%s\nContent-Type: text/plain; charset="utf-8"\n\n%s\n--%s\nContent-Type: application/pdf; name="=?utf-8?Q?=C3=9Cbersicht.pdf?="\nContent-Disposition: attachment; filename*=UTF-8\'\'%%C3%%9Cbersicht.pdf\nContent-Transfer-Encoding: base64\n\n%s\n--%s--\n' % (b, body, b, self.bulk(bulk), b)
        else:
            H.append('Content-Type: text/%s; charset="UTF-8"' % ("html" if m.get("html") or k == "bulk" else "plain"))
            if k == "bulk": body = "<html><body>" + "<p>%s</p>\n" % r.choice(SENT) * r.randrange(4, 30) + "</body></html>\n"
        return "\n".join(H) + "\n\n", body

    def bulk(self, n):
        if not hasattr(self, "_blk"):
            rr = random.Random(self.seed + 99); s = base64.b64encode(rr.randbytes(57 * 14000)).decode()
            self._blk = "\n".join(s[i:i + 76] for i in range(0, len(s), 76)) + "\n"
        k = (self.r.randrange(13000)) * 77; out = []; left = n
        while left > 0:
            s = self._blk[k:k + left]; out.append(s); left -= len(s); k = 0
        return "".join(out).rstrip("\n")

    def enc(self, s): return s.encode("utf-8", "surrogateescape")

    def write_mail(self):
        r = self.r
        ms = [m for m in self.msgs if m["box"] == "gmail" or m.get("also")]
        order = sorted(range(len(ms)), key=lambda i: (ms[i]["t"], i))
        order = [ms[i] for i in order]
        for i in range(0, len(order) - 7, 11): order[i], order[i + 6] = order[i + 6], order[i]      # Takeout keeps no order
        want = int(self.S * 1e6); at = [m for m in order if m.get("attach")]; k = max(1, len(at)); done = 0; seen = 0
        est = 2150 * len(order); per = max(0, (want - est) / k)
        path = self.path(self.mailbox_name); os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f:
            for i, m in enumerate(order):
                n = 0
                if m.get("attach"):
                    left = want - f.tell() - 2150 * (len(order) - i); n = max(0, int(left / (k - seen) * (r.uniform(.3, 1.7) if k - seen > 1 else 1))); seen += 1
                h, b = self.render(m, "gmail", n)
                self.separator(f, m)
                b = self.quote_from(b) if not n else b
                x = h + b
                if r.random() < .05 and not n: x = x.replace("\n", "\r\n")
                f.write(self.enc(x)); f.write(b"\n" if x.endswith("\n") else b"\n\n")
        self.mbox_bytes = os.path.getsize(path)
        self.write_tbird(); self.write_eml()

    def separator(self, f, m):
        t = m["t"]
        f.write(("From %d@xxx %s %s %2d %s +0000 %d\n" % (1600000000000000000 + self.r.randrange(10**17), DAYN[t.weekday()], MON[t.month - 1], t.day, t.strftime("%H:%M:%S"), t.year)).replace("  ", " ").encode())

    def write_tbird(self):
        r = self.r; base = "Thunderbird/ImapMail/imap.%s/" % self.u.jobs[1][1]
        ms = sorted([m for m in self.msgs if m["box"] == "tbird"], key=lambda m: m["t"])
        ps = [p for p in self.people if p.addr][:3]
        for name, mine in (("INBOX", False), ("Sent-1", True)):
            p = self.path(base + name); os.makedirs(os.path.dirname(p), exist_ok=True)
            with open(p, "wb") as f:
                for m in ms:
                    if (m["frm"] is self.u) != mine: continue
                    t = m["t"]; h, b = self.render(m, "tbird")
                    if self.r.random() < .1: b = b.replace("From what I hear", "and\nFrom what I hear")       # unquoted, no blank line before
                    b = "\n".join(">" + x if x.startswith("From ") and not x.startswith("From what") else x for x in b.split("\n"))
                    f.write(("From - %s %s %2d %s %d\r\n" % (DAYN[t.weekday()], MON[t.month - 1], t.day, t.strftime("%H:%M:%S"), t.year)).encode())
                    f.write(self.enc((h + b).replace("\n", "\r\n")) + b"\r\n")
                if not mine:
                    for q in ps:
                        t = self.when(END - timedelta(days=300), END)
                        m = dict(t=t, frm=q, fa=q.addr[0], to=[(self.u, self.work2)], cc=[], bcc=[], thread=self.nid("t"), subject="deleted one", kind="deleted", labels=None, head=[], id="<del%d@x.example>" % r.randrange(10**9), deleted=True)
                        h, b = self.render(m, "tbird"); b = self.quote_from(b); self.no("deleted in Thunderbird, not yet compacted", q, t, "mail", "tbird")
                        f.write(("From - %s %s %2d %s %d\r\n" % (DAYN[t.weekday()], MON[t.month - 1], t.day, t.strftime("%H:%M:%S"), t.year)).encode() + self.enc((h + b).replace("\n", "\r\n")) + b"\r\n")
            with open(p + ".msf", "w") as f: f.write("// <!-- <mdb:mork:z v=\"1.4\"/> -->\n")

    def make_eml(self):
        r = self.r; ps = [p for p in self.people if p.addr and p.tier < 2][:2]; self.emls = []
        for i, p in enumerate(ps):
            t = self.when(p.a0, p.a1); self.emls.append(self.msg(t, p, p.addr[0], [(self.u, self.gmail)], subject="saved letter %d" % i, box="eml"))
        t = self.when(ps[0].a0, ps[0].a1)
        self.emls.append(self.msg(t, self.u, self.gmail, [(ps[0], ps[0].addr[0])], subject="unsent", kind="draft", box="eml", unsent=True)); self.no("draft (X-Unsent)", ps[0], t, "mail", "eml")

    def write_eml(self):
        for i, m in enumerate(self.emls):
            h, b = self.render(m, "eml")
            with open(self.path("eml/letter %d.eml" % (i + 1)), "wb") as f: f.write((b"\xef\xbb\xbf" if i == 0 else b"") + self.enc((h + b).replace("\n", "\r\n")))
