"""Who there is, and the log of what was between them: what every kind of file is made from."""
from datetime import timedelta

from basis import CULT, END, Ent, ORGK, ORGW, TITLES, TZ, UTC, slugify

class People:
    def nid(self, p):
        self.n += 1; return "%s%04d" % (p, self.n)

    def new_name(self):
        r = self.r
        for _ in range(400):
            c = r.choice(sorted(CULT)); cc, g, f = CULT[c]
            g, f = r.choice(g.split()).replace("_", " "), r.choice(f.split()).replace("_", " ")
            if (g, f) not in self.used:
                self.used[(g, f)] = 1
                return c, cc, g, f
        c = "en"; g = "Person%d" % len(self.used); self.used[(g, "Surplus")] = 1
        return c, "44", g, "Surplus"

    def phone(self, cc):
        r = self.r; d = {"49": "1520", "44": "7700900", "33": "6399", "34": "6", "7": "900", "86": "139", "81": "90", "82": "10", "91": "98", "90": "532"}.get(cc, "50")
        n = {"49": 11, "44": 10, "33": 9, "34": 9, "7": 10, "86": 11, "81": 10, "82": 10, "91": 10, "90": 10}.get(cc, 9)
        while True:
            p = "+" + cc + d + "".join(r.choice("0123456789") for _ in range(n - len(d)))
            if p not in self.usedph: self.usedph[p] = 1; return p

    def make_people(self):
        r = self.r; self.used = {}; self.usedph = {}; self.usedad = {}
        self.orgs = []
        for w in ORGW:
            k = r.choice(ORGK); self.orgs.append((w + " " + k, slugify(w) + ".example"))
        c, cc, g, f = "de", "49", r.choice(["Mirela", "Tobiah", "Saskia", "Ilyas"]), r.choice(["Lindqvist-Ōkubo", "Brandstätter", "Achterberg", "Sørensen-Adu"])
        u = self.u = Ent("user", "self", g + " " + f, [])
        u.given, u.family = g, f; self.used[(g, f)] = 1
        loc = slugify(g) + "." + slugify(f)
        u.jobs = [r.choice(self.orgs[:10]), r.choice(self.orgs[10:20])]
        self.gmail = loc.replace("-", "") + ".kt%d@gmail.com" % (7000 + self.seed % 1000)
        self.work1 = loc + "@" + u.jobs[0][1]; self.work2 = slugify(g)[0] + "." + slugify(f) + "@" + u.jobs[1][1]
        self.alias = self.gmail.replace("@", "+lists@")
        u.addr = [self.gmail, self.work1, self.work2, self.alias, self.gmail.replace("gmail.com", "googlemail.com")]
        u.phones = [self.phone("49")]; u.slug = slugify(g + " " + f) + "-kt"; u.org, u.title = u.jobs[1][0], "Head of Operations"
        u.names = [u.name, f + ", " + g, f + " " + g]
        self.switch = self.start + (END - self.start) * 0.55
        for i in range(self.M):
            c, cc, g, f = self.new_name()
            same = None
            if i and i % 90 == 0:                      # a namesake, told apart by addresses only
                same = self.people[i - 7]; g, f = same.g0, same.f0
            (gl, gn), (fl, fn) = [(x.split("|") + [None])[:2] for x in (g, f)]
            p = Ent(self.nid("p"), "person", gl + " " + fl, []); p.g0, p.f0 = g, f
            p.given, p.family, p.cult, p.cc = gl, fl, c, cc
            if gn: p.native = (fn + gn if c in ("zh", "ja", "ko") else gn + " " + fn)
            p.names = [gl + " " + fl, fl + ", " + gl, fl + " " + gl] + ([p.native] if p.native else [])
            p.tier = r.choices([0, 1, 2, 3], [8, 22, 40, 30])[0]     # close … hardly
            p.circle = r.choices(["colleague", "client", "friend", "peer"], [35, 25, 15, 25])[0]
            o = (u.jobs[0] if r.random() < .5 else u.jobs[1]) if p.circle == "colleague" else r.choice(self.orgs)
            p.org, p.dom = o; p.title = r.choice(TITLES)
            sg, sf = slugify(gl), slugify(fl)
            forms = [sg + "." + sf, sg[0] + sf, sf + "." + sg, sg + "_" + sf, sg[0] + "." + sf]
            def add(dom):
                for q in r.sample(forms, 5) + [sg + sf + str(i)]:
                    a = q + "@" + dom
                    if a not in self.usedad: self.usedad[a] = 1; p.addr.append(a); return
            if p.circle != "friend": add(p.dom)
            if p.circle == "friend" or r.random() < .45: add(r.choice(["postfach.example", "kastemail.example", "correo-libre.example", "mailhub.example"]))
            if r.random() < .18:
                p.org2, d2 = r.choice(self.orgs); add(d2)         # moved on: a third address
            for _ in range(r.choice([0, 1, 1, 2]) if p.circle in ("friend", "colleague") or p.tier == 0 else r.choice([0, 0, 1])):
                p.phones.append(self.phone(cc))
            if r.random() < (.35 if p.circle == "friend" else .8):
                p.slug = slugify(gl + "-" + fl) + ("-%05x" % r.randrange(1 << 20) if same or r.random() < .6 else "")
                while p.slug in self.usedad: p.slug += "x"
                self.usedad[p.slug] = 1
            if r.random() < .06: p.suffix = r.choice([", PMP", ", PhD", ", MBA, RN", " (she/her)"])
            p.style = r.choices(["plain", "last", "bare", "comment", "single", "native", "org", "raw8", "cutew", "inquote", "nocomma", "title"],
                                [44, 12, 7, 3, 4, 9, 4, 3, 5, 4, 1, 3])[0]
            p.a0 = self.start + (END - self.start) * (r.random() ** 1.3 * .8)
            p.a1 = p.a0 + (END - p.a0) * (1 if p.tier == 0 or r.random() < .5 else r.random())
            if (p.a1 - p.a0).days < 30: p.a0 -= timedelta(days=60)
            self.people.append(p)
        # in the phone already
        for p in self.people:
            if r.random() < {0: .8, 1: .55, 2: .3, 3: .12}[p.tier]:
                p.in_.append("contacts")
                p.vaddr = [a for a in p.addr if r.random() < .6]; p.vph = [x for x in p.phones if r.random() < .85]
            if p.slug and r.random() < .82:
                p.in_.append("connections")
                t = max(self.start, p.a0 - timedelta(days=r.randrange(0, 60))) + timedelta(days=r.randrange(0, 200))
                p.connected = min(t, END - timedelta(days=2)).date()

    # ---------- the log of what was ----------
    def day(self, t): return t.astimezone(TZ).date().isoformat()

    def log(self, p, t, way, d, src, thread, sure=True, why=None):
        if p.kind not in ("person", "stranger"): return
        k = (self.day(t), way, src)
        if sure:
            e = p.contacts.setdefault(k, {"in": 0, "out": 0, "threads": {}})
            e["in" if d == "in" else "out" if d == "out" else "in"] += 1; e["threads"][thread] = 1
        else: p.maybe.setdefault(k, why)

    def tie(self, ps, key, src, sure=True):
        ps = [p for p in ps if p.kind == "person"]
        for i, a in enumerate(ps):
            for b in ps[i + 1:]:
                if a is b: continue
                k = (a.id, b.id) if a.id < b.id else (b.id, a.id)
                self.ties.setdefault(k, {}).setdefault((key, src), sure)

    def no(self, why, p, t, way, src):
        self.avoid.append({"why": why, "who": p.id if isinstance(p, Ent) else p, "day": self.day(t), "way": way, "source": src})

    def when(self, a, b):
        r = self.r; span = max(3600, (b - a).total_seconds())
        t = (a + timedelta(seconds=r.random() * span)).astimezone(TZ)
        h = r.choices([r.randrange(8, 19), r.randrange(19, 23), 23, 0], [84, 12, 2, 2])[0]
        t = t.replace(hour=h, minute=r.randrange(60), second=r.randrange(60))
        return min(t, END - timedelta(hours=1)).astimezone(UTC)
